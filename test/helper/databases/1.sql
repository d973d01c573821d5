BEGIN TRANSACTION;
CREATE TABLE change (id INTEGER PRIMARY KEY AUTOINCREMENT, digest TEXT NOT NULL UNIQUE,
            time INTEGER NOT NULL, person TEXT, loginuid INTEGER, uid INTEGER NOT NULL, origin TEXT NOT NULL,
            argv TEXT NOT NULL, pools TEXT NOT NULL,
            boot TEXT NOT NULL, pid INTEGER NOT NULL, start_time INTEGER NOT NULL);
INSERT INTO "change" VALUES(1,'08fac6b52cd6fc89e8797b83d3e914b220fbd9561ec7cd3e51f914ca7ca27b9b',1795000000000000000,'anna',1000,0,'page','["zpool", "scrub", "tank"]','["9610273138761160755"]','8e1c1d0f-4c5b-4f2e-9d6c-0a1b2c3d4e5f',4711,123456);
INSERT INTO "change" VALUES(2,'6ad516b2f27827772cfbd231009c793afd262976818758463a7e857ff6e1f191',1795000001000000000,NULL,NULL,0,'shell','["zfs", "create", "tank/\u00e9 it''s\n"]','["9610273138761160755"]','8e1c1d0f-4c5b-4f2e-9d6c-0a1b2c3d4e5f',4711,123456);
INSERT INTO "change" VALUES(3,'d4863fce40655ea34f1ea9412790b74e433703ec9b5673903cd53a956fd93296',1795000002000000000,'anna',1000,0,'page','["zfs", "destroy", "tank/a"]','["9610273138761160755"]','8e1c1d0f-4c5b-4f2e-9d6c-0a1b2c3d4e5f',4711,123456);
INSERT INTO "change" VALUES(4,'ad00aad16ccb8ac86883ca8f6fffc92f6309258296f403a872b94580017ccc68',1795000003000000000,'anna',1000,0,'page','["zpool", "export", "tank"]','["9610273138761160755"]','8e1c1d0f-4c5b-4f2e-9d6c-0a1b2c3d4e5f',4711,123456);
CREATE TABLE setting (name TEXT PRIMARY KEY, value INTEGER NOT NULL);
INSERT INTO "setting" VALUES('retentionDays',365);
INSERT INTO "setting" VALUES('removedBefore',0);
CREATE TABLE step (id INTEGER PRIMARY KEY AUTOINCREMENT, digest TEXT NOT NULL UNIQUE,
            change INTEGER NOT NULL REFERENCES change (id), time INTEGER NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('running', 'done', 'failed', 'unknown')),
            pid INTEGER, start_time INTEGER,
            exit_status INTEGER, signal TEXT, error TEXT NOT NULL, duration INTEGER);
INSERT INTO "step" VALUES(1,'2255ea1f131fc94d09b482ee96c7eb882957999266641ad0ecebaaa56756b6a6',1,1795000000100000000,'running',4712,123460,NULL,NULL,'',NULL);
INSERT INTO "step" VALUES(2,'c3e75eb9e28f9547f9d0465b59cd91b8bd9ee53b29d7668be3f731e1e9610004',1,1795000000500000000,'done',NULL,NULL,0,NULL,'',2500000000);
INSERT INTO "step" VALUES(3,'c0e8fe5116d4b3208aa57eb91a17704f351b17d173b5e9a68b086179af582901',2,1795000001100000000,'running',4713,123470,NULL,NULL,'',NULL);
INSERT INTO "step" VALUES(4,'c5c8195be5ca54c25c3b46af3946ec52778f307669df2cad12efccd0db063a87',2,1795000001500000000,'failed',NULL,NULL,1,NULL,'cannot create: it''s there
',1000);
INSERT INTO "step" VALUES(5,'879252d42b41b45bda251a6ac3a581c7cc87847462491f6c948aba897a325c40',3,1795000002100000000,'running',4714,123480,NULL,NULL,'',NULL);
INSERT INTO "step" VALUES(6,'fb5234f5608ba8af28dd8f656cead3d96dd2f4d47ba0ef6b7244e1df5255fc21',3,1795000002500000000,'unknown',NULL,NULL,NULL,'SIGKILL','',77);
CREATE TABLE unsettled (change INTEGER PRIMARY KEY);
INSERT INTO "unsettled" VALUES(4);
CREATE VIEW cutoff AS SELECT (CAST(strftime('%s', 'now') AS INTEGER) - value * 86400) * 1000000000 AS time
            FROM setting WHERE name = 'retentionDays';
CREATE INDEX change_time ON change (time);
CREATE INDEX step_change ON step (change);
CREATE TRIGGER change_added AFTER INSERT ON change BEGIN INSERT INTO unsettled VALUES (NEW.id); END;
CREATE TRIGGER step_running AFTER INSERT ON step WHEN NEW.state = 'running'
            BEGIN INSERT OR IGNORE INTO unsettled VALUES (NEW.change); END;
CREATE TRIGGER step_settles AFTER INSERT ON step WHEN NEW.state <> 'running'
            BEGIN DELETE FROM unsettled WHERE change = NEW.change; END;
CREATE TRIGGER step_after_end BEFORE INSERT ON step
            WHEN EXISTS (SELECT 1 FROM step WHERE change = NEW.change AND state IN ('done', 'failed'))
            BEGIN SELECT RAISE(IGNORE); END;
CREATE TRIGGER change_kept BEFORE DELETE ON change WHEN OLD.time >= (SELECT time FROM cutoff)
            BEGIN SELECT RAISE(ABORT, 'the audit is kept until its time is over'); END;
CREATE TRIGGER step_kept BEFORE DELETE ON step
            WHEN (SELECT time FROM change WHERE id = OLD.change) >= (SELECT time FROM cutoff)
            BEGIN SELECT RAISE(ABORT, 'the audit is kept until its time is over'); END;
CREATE TRIGGER change_removed AFTER DELETE ON change BEGIN DELETE FROM unsettled WHERE change = OLD.id; END;
CREATE TRIGGER change_altered BEFORE UPDATE ON change BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END;
CREATE TRIGGER change_replaced BEFORE INSERT ON change WHEN EXISTS (SELECT 1 FROM change WHERE id = NEW.id OR digest = NEW.digest) BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END;
CREATE TRIGGER step_altered BEFORE UPDATE ON step BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END;
CREATE TRIGGER step_replaced BEFORE INSERT ON step WHEN EXISTS (SELECT 1 FROM step WHERE id = NEW.id OR digest = NEW.digest) BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('change',4);
INSERT INTO "sqlite_sequence" VALUES('step',6);
COMMIT;
