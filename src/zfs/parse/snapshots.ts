import type { Bytes } from "../model.ts";
import { count, exactBytes } from "../size.ts";
import type { Snapshot } from "../snapshot.ts";

import { ParseError } from "./parse-error.ts";

/** The columns of `zfs list -o` in the order in which `SnapshotsParser` reads them. */
export const SNAPSHOT_COLUMNS = [
    ...(["name", "guid", "createtxg", "creation", "used", "referenced", "userrefs"] as const),
];

/**
 * Reads `zfs list -Hp -t snapshot` with `SNAPSHOT_COLUMNS`, a line each.
 * @throws ParseError
 */
export function parseSnapshots(text: string): readonly Snapshot[] {
    const parser = new SnapshotsParser();
    parser.add(text);
    return parser.end();
}

/** Reads the same in pieces, cut anywhere, so that little is left to do when the last of very many has come. */
export class SnapshotsParser {
    readonly #snapshots: Snapshot[] = [];
    #rest = "";
    /** The first line that is none. */
    #wrong: ParseError | undefined;

    add(piece: string): void {
        const lines = `${this.#rest}${piece}`.split("\n");
        this.#rest = lines.pop() ?? "";
        for (const line of lines) this.#read(line);
    }

    /**
     * The snapshots, when there is no more to come.
     *
     * @throws ParseError
     */
    end(): readonly Snapshot[] {
        if (this.#rest !== "") this.#refuse("a line without an end", this.#rest);
        if (this.#wrong) throw this.#wrong;
        return this.#snapshots;
    }

    #read(line: string): void {
        if (this.#wrong) return;
        const [name = "", guid = "", group = "", creation = "", ...rest] = line.split("\t");
        const [used = "", referenced = "", holds = "", ...more] = rest;
        const createtxg = count(group);
        if (!name.includes("@") || !/^\d+$/.test(guid) || createtxg === undefined || more.length > 0)
            this.#refuse("no snapshot with a guid and a transaction group", line);
        else if (rest.length + 4 !== SNAPSHOT_COLUMNS.length)
            this.#refuse(`not the ${SNAPSHOT_COLUMNS.length} columns of a snapshot`, line);
        else
            this.#snapshots.push({
                ...{ name, guid, createtxg, creation: count(creation), holds: count(holds) },
                ...{ used: bytes(used), referenced: bytes(referenced) },
            });
    }

    #refuse(reason: string, line: string): void {
        this.#wrong ??= new ParseError(reason, line.slice(0, 500), this.#snapshots.length + 1);
    }
}

const bytes = (text: string): Bytes | undefined => (text === "0" ? 0n : exactBytes(text));
