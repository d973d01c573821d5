"""Which commands are run: a table of right ones, and one of wrong and hostile ones with what is said about them."""

from __future__ import annotations

import shlex
import unittest

from zfsadmin.arguments import ArgumentsError, check, check_change, check_dry_run, check_secret

RIGHT = r"""
zpool add tank mirror /dev/disk/by-id/ata-A /dev/disk/by-id/ata-B
zpool add -f -o ashift=12 tank log /dev/disk/by-id/nvme-A
zpool add --allow-replication-mismatch tank /dev/disk/by-id/ata-A
zpool attach -w -s tank 1234567890 /dev/disk/by-id/ata-A
zpool attach tank raidz1-0 /dev/disk/by-id/ata-A
zpool checkpoint tank
zpool checkpoint -d -w tank
zpool clear tank
zpool clear --power tank 1234567890
zpool create -o ashift=12 -O compression=zstd -O mountpoint=none -m /tank tank raidz2 /dev/a /dev/b /dev/c spare /dev/d
zpool create -O encryption=on -O keyformat=passphrase -O keylocation=prompt vault mirror /dev/disk/by-id/ata-A /dev/sdb
zpool create -f -o compatibility=openzfs-2.1-linux -m none tank draid2:4d:9c:1s /dev/a special mirror /dev/b /dev/c
zpool create -o cachefile=none -R /mnt 'my pool' /dev/disk/by-id/ata-A
zpool ddtprune -d 90 tank
zpool destroy tank
zpool detach tank 1234567890
zpool export -f tank dozer
zpool export -a
zpool import 9610273138261760755
zpool import -N -f -R /mnt -o readonly=on -d /dev/disk/by-id 9610273138261760755 rescue
zpool import -F -m --rewind-to-checkpoint tank
zpool import -a -l
zpool initialize -u tank
zpool initialize tank 1234567890
zpool labelclear -f /dev/disk/by-id/ata-A-part1
zpool offline -t tank 1234567890
zpool offline --power tank 1234567890
zpool online -e tank 1234567890 987654321
zpool prefetch -t ddt tank
zpool reguid -g 42 tank
zpool remove -s tank
zpool remove -w tank mirror-1 1234567890
zpool reopen tank
zpool replace -f tank 1234567890 /dev/disk/by-id/ata-B
zpool replace tank 1234567890
zpool resilver tank
zpool scrub tank
zpool scrub -- tank
zpool scrub -a
zpool scrub -sw tank
zpool scrub -S '2026-01-01' -E '2026-02-01 10:00' tank dozer
zpool set comment=-x tank
zpool set 'comment=two words = one comment' tank
zpool set cachefile=none tank
zpool set cachefile= tank
zpool set cachefile=/etc/zfs/zpool.cache tank
zpool set feature@zstd_compress=enabled tank
zpool set checksum_n=10 tank 1234567890
zpool split -g -R /mnt tank half
zpool sync
zpool trim -r 50M tank
zpool trim -r50M --secure -- tank -odd-name
zpool trim --rate=50M tank 1234567890
zpool upgrade -a
zpool upgrade -V 28 tank
zfs allow -u anna create,mount tank/home
zfs allow -e mount tank/home
zfs allow -s @backup send,snapshot tank
zfs allow -ldu -- -odd- mount tank
zfs bookmark tank/a@x tank/a#x
zfs bookmark tank/a#x tank/a#y
zfs change-key -o keyformat=passphrase -o keylocation=prompt tank/secret
zfs change-key -i tank/secret/child
zfs clone -p -o mountpoint=none tank/a@x tank/b
zfs create tank/a
zfs create -p -o 'org.example:note=a b' 'tank/with space/a'
zfs create -s -b 16K -V 10G tank/volume
zfs create -ocompression=off tank/a
zfs destroy tank/a
zfs destroy -rv tank/a
zfs destroy -d tank/a@x
zfs destroy tank/a@x,y,from%to
zfs destroy 'tank/a@%'
zfs destroy tank/a#mark
zfs hold -r keep tank/a@x tank/b@x
zfs hold -- -tag tank/a@x
zfs inherit -S compression tank/a tank/b@x
zfs load-key -r tank/secret
zfs load-key -L file:///root/key tank/secret
zfs load-key -a
zfs load-key -n tank/secret
zfs load-key -n -L prompt tank/secret
zfs change-key -l -o keyformat=raw -o keylocation=file:///root/key tank/secret
zfs change-key -o keyformat=passphrase -o keylocation=prompt -o pbkdf2iters=1000000 tank/secret
zfs set keylocation=file:///root/key tank/secret
zfs mount -l -o ro tank/a
zfs mount -a
zfs promote tank/a
zfs receive -A tank/a
zfs receive -s -u -v -o readonly=on -x mountpoint tank/a@x
zfs redact tank/a@x mark tank/clone@x
zfs release keep tank/a@x
zfs rename -u tank/a tank/b
zfs rename -r tank/a@x tank/a@y
zfs rewrite -r -v /tank/a /tank/b
zfs rewrite -P -l 1M -o 0 -- -file
zfs rollback -r -f tank/a@x
zfs set quota=10G compression=on tank/a tank/b
zfs set -u mountpoint=/srv tank/a
zfs set "org.example:note=first
second" tank/a
zfs set userquota@anna@EXAMPLE=1G tank/a
zfs share -l tank/a
zfs snapshot -r -o org.example:by=job tank/a@x tank/b@x
zfs unallow -u anna tank/home
zfs unallow -e tank/home
zfs unallow -r -s @backup send tank
zfs unload-key -r tank/secret
zfs unmount -f -u tank/a
zfs unshare -a
zfs unzone /proc/42/ns/user tank/a
zfs upgrade -r tank
zfs upgrade -a
zfs zone /proc/42/ns/user tank/a
"""

# What is said about them, and the commands.
WRONG = {
    "is not zpool or zfs": r"""
sh -c 'zpool scrub tank'
bash -c id
/bin/sh -c id
/sbin/zpool scrub tank
/usr/sbin/zfs destroy tank
./zpool scrub tank
../zfs destroy tank/a
zpool.sh scrub tank
'zpool scrub' tank
'' scrub tank
ZPOOL scrub tank
sudo zpool scrub tank
env zpool scrub tank
nice zpool scrub tank
systemd-run zpool scrub tank
busctl call org.freedesktop.systemd1
zdb -l /dev/sda
zed -F
zinject -c all
zhack feature enable tank x
zgenhostid 0x1234
zstream redup stream
mount.zfs tank/a /mnt
zpool\  scrub tank
python3 -c 'import os'
rm -rf /tank
dd if=/dev/zero of=/dev/sda
-- zpool scrub tank
-zpool scrub tank
""",
    "a command is a program and a subcommand": r"""
zpool
zfs
""",
    "is no command that changes something in a known way": r"""
zpool status
zpool status -j
zpool list -Hp
zpool get all tank
zpool iostat 1
zpool events -f
zpool events -c
zpool history tank
zpool wait tank
zpool version
zpool help
zpool --version
zpool -?
zpool ''
zpool SCRUB tank
zpool scrubs tank
zpool 'scrub tank'
zpool scrub\  tank
zpool condense tank
zfs list
zfs get all tank
zfs diff tank/a@x
zfs holds tank/a@x
zfs userspace tank
zfs groupspace tank
zfs projectspace tank
zfs project -p 5 /tank/a
zfs program tank /root/script.lua
zfs program tank - destroy
zfs send tank/a@x
zfs send -R tank@x
zfs wait tank/a
zfs version
zfs jail 1 tank/a
zfs snap tank/a@x
zfs recv tank/a
zfs umount tank/a
zfs key -l tank/a
zfs -?
zfs -o x=y create tank/a
""",
    "is not run with": r"""
zfs destroy -R tank/a
zfs destroy -rR tank/a
zfs destroy -Rf tank/a@x
zfs destroy -x tank/a
zfs destroy --recursive tank/a
zfs rollback -R tank/a@x
zfs rollback -rR tank/a@x
zfs rollback -F tank/a@x
zfs receive -F tank/a
zfs receive -suF tank/a
zfs receive -Fd tank
zfs receive --force tank
zfs set -r compression=on tank
zfs set --help
zfs snapshot -d tank/a@x
zfs create -F tank/a
zfs create -a tank/a
zfs promote -r tank/a
zfs bookmark -r tank/a@x tank/a#x
zfs hold -t keep tank/a@x
zfs mount -F tank/a
zfs unmount --all
zfs inherit -f quota tank/a
zfs load-key -f tank/a
zfs change-key -r tank/a
zfs rename -F tank/a tank/b
zfs rewrite -z /tank/a
zfs redact -r tank/a@x mark tank/b@x
zpool scrub -x tank
zpool scrub -sx tank
zpool scrub --stop tank
zpool scrub -rf tank
zpool scrub - tank
zpool clear -F tank
zpool clear -nF tank
zpool clear -X tank
zpool clear --pow tank
zpool import -X tank
zpool import -Fn tank
zpool import -T 1234 tank
zpool import -V tank
zpool import -FX tank
zpool import --rewind tank
zpool create -F tank /dev/a
zpool create -k tank /dev/a
zpool destroy -F tank
zpool export -F tank
zpool set -f comment=x tank
zpool set -o comment=x tank
zpool add -a tank /dev/a
zpool offline -F tank 1234
zpool upgrade -v
zpool trim -x tank
zpool trim --secur tank
zpool reopen -n tank
zpool remove -f tank 1234
zpool labelclear -F /dev/a
zpool sync -f tank
""",
    "needs a value": r"""
zpool create -o
zpool trim -r
zpool trim --rate
zfs create -o
zfs create -V
zfs snapshot -r -o
zpool import -d
""",
    "takes no value": r"""
zpool clear --power=off tank
zpool trim --secure=yes tank
zpool add --allow-in-use= tank /dev/a
""",
    "would be read as an option": r"""
zpool scrub tank -s
zpool scrub tank -x
zpool scrub tank --
zpool scrub tank -- -s
zpool destroy tank -f
zpool export tank -f
zpool set comment=x tank -f
zpool set comment=x -x
zpool offline tank 1234 -f
zpool clear tank -nF
zpool replace tank 1234 /dev/a -f
zpool add tank mirror -f /dev/a /dev/b
zpool create tank /dev/a -R /etc
zpool import tank -F
zpool import tank -
zpool labelclear /dev/a -f
zfs destroy tank/a -r
zfs destroy tank/a -R
zfs destroy tank/a@x --
zfs rollback tank/a@x -R
zfs receive tank/a -F
zfs create tank/a -o mountpoint=/etc
zfs hold keep -r tank/a@x
zfs set atime=off tank/a -u
zfs inherit quota tank/a -r
zfs allow anna -u mount tank
zfs rename tank/a -f tank/b
zfs promote tank/a -x
zfs zone /proc/1/ns/user -x
""",
    "does not take --": r"""
zpool set -- comment=x tank
zfs set -- atime=off tank/a
zfs promote -- tank/a
zfs redact -- tank/a@x mark tank/b@x
zfs zone -- /proc/1/ns/user tank/a
zfs unzone -- /proc/1/ns/user tank/a
""",
    "lacks": r"""
zpool scrub
zpool scrub --
zpool create tank
zpool add tank
zpool attach tank 1234
zpool replace tank
zpool destroy
zpool detach tank
zpool import
zpool import -d /dev/disk/by-id
zpool upgrade
zpool split tank
zpool set comment=x
zpool online tank
zfs create
zfs mount
zfs share
zfs upgrade
zfs allow tank/home
zfs clone tank/a@x
zfs rename tank/a
zfs set atime=off
zfs hold keep
zfs hold tank/a@x
zfs snapshot -o a:b=c
zfs destroy
zfs inherit quota
zfs load-key
zfs rewrite -r
zfs zone tank/a
""",
    "is too much for": r"""
zpool destroy tank dozer
zpool checkpoint tank dozer
zpool detach tank 1234 5678
zpool attach tank 1234 /dev/a /dev/b
zpool reguid tank 42
zpool import tank new third
zpool scrub -a tank
zpool export -a tank
zfs create tank/a tank/b
zfs destroy tank/a tank/b
zfs promote tank/a tank/b
zfs rollback tank/a@x tank/a@y
zfs mount -a tank/a
zfs share -a nfs
zfs rename tank/a tank/b tank/c
zfs unallow a b c tank
""",
    "is not the name of a pool": r"""
zpool scrub tank/a
zpool scrub ''
zpool scrub ../tank
zpool scrub /tank
zpool scrub tank@x
zpool scrub 'tank;reboot'
zpool scrub '$(reboot)'
zpool scrub '`id`'
zpool scrub 'tank|cat'
zpool scrub tänk
zpool destroy 'tank&'
zpool create tank=x /dev/a
zpool create "tank'" /dev/a
zpool export '*'
zpool import /dev/sda
""",
    "is not the name of": r"""
zfs create ''
zfs create /tank/a
zfs create tank/
zfs create tank//a
zfs create ../etc
zfs create tank/a@x
zfs create tank/a#x
zfs create 'tank/a;b'
zfs create tank/ä
zfs create tank/a%b
zfs create 'tank/a*'
zfs snapshot tank/a
zfs snapshot tank/a@
zfs snapshot tank/a@x@y
zfs snapshot tank/a@x/y
zfs snapshot tank/a@x,y
zfs rollback tank/a
zfs rollback tank/a#mark
zfs clone tank/a tank/b
zfs bookmark tank/a tank/a#x
zfs bookmark tank/a@x tank/a@y
zfs destroy tank/a@
zfs destroy tank/a#x,y
zfs destroy @x
zfs hold keep tank/a
zfs promote tank/a@x
zfs set atime=off tank/a#x
zfs receive /tank/a
zfs unmount /tank/a
zfs unshare /tank/a
zfs mount tank/a@x
""",
    "is not a property with its value": r"""
zpool set tank
zpool set comment tank
zpool set =x tank
zpool set '' tank
zfs set tank/a
zfs set compression tank/a
zfs set =on tank/a
zfs set tank/a compression=on
""",
    "would have zpool write to that file": r"""
zpool set cachefile=/etc/shadow tank
zpool set cachefile=/etc/zfs/../shadow tank
zpool set cachefile=/etc/zfs/zpool.cache.d tank
zpool set cachefile=cache tank
zpool set 'cachefile= none' tank
zpool set cachefile=None tank
zpool create -o cachefile=/root/.ssh/authorized_keys tank /dev/a
zpool create -ocachefile=/etc/passwd tank /dev/a
zpool import -o cachefile=/etc/cron.d/x tank
zpool import -a -o cachefile=/etc/cron.d/x
zpool split -o cachefile=/etc/passwd tank half
""",
    "changes nothing": r"""
zfs destroy -n tank/a
zfs destroy -nvp tank/a
zpool create -n tank /dev/a
zpool add -nf tank /dev/a
zpool remove -n tank 1234
zfs receive -nv tank/a
""",
    "holds a line end or a zero byte": r"""
zpool scrub "tank
"
zpool set "comment=a
b" tank
zfs create "tank/a
b"
zfs set "mountpoint=/first
org.example:note=second" tank/a
zpool set "org.example:note=first
second" tank
""",
}


def split(table: str) -> list[list[str]]:
    """The commands of a table; a quoted argument may go over several lines."""
    commands: list[list[str]] = []
    rest = ""
    for line in table.strip("\n").split("\n"):
        rest = f"{rest}\n{line}" if rest else line
        if rest.count('"') % 2 == 0 or "'" in rest:
            commands.append(shlex.split(rest))
            rest = ""
    return commands


class Table(unittest.TestCase):
    def test_right_commands_pass(self) -> None:
        for argv in split(RIGHT):
            with self.subTest(shlex.join(argv)):
                self.assertEqual(check_change(argv).argv, argv)

    def test_wrong_commands_are_refused_with_the_reason(self) -> None:
        for reason, table in WRONG.items():
            for argv in split(table):
                with self.subTest(shlex.join(argv)), self.assertRaises(ArgumentsError) as refused:
                    check_change(argv)
                self.assertIn(reason, str(refused.exception))

    def test_the_table_is_long(self) -> None:
        wrong = [tuple(argv) for table in WRONG.values() for argv in split(table)]
        self.assertGreaterEqual(len(set(wrong)), 200)

    def test_bytes_that_no_argument_holds(self) -> None:
        for argv in (
            ["zpool", "scrub", "tank\0-s"],
            ["zpool\0", "scrub", "tank"],
            ["zfs", "create", "tank/\udcff"],
        ):
            with self.subTest(repr(argv)), self.assertRaises(ArgumentsError):
                check_change(argv)

    def test_a_dry_run_must_be_one(self) -> None:
        self.assertTrue(check_dry_run(["zfs", "destroy", "-rnvp", "tank/a"]).has("-n"))
        with self.assertRaisesRegex(ArgumentsError, "is no dry run"):
            check_dry_run(["zfs", "destroy", "-rvp", "tank/a"])


class Reading(unittest.TestCase):
    def test_options_and_operands(self) -> None:
        command = check(["zpool", "create", "-fo", "ashift=12", "-Ocompression=on", "--", "tank", "-odd", "/dev/a"])
        self.assertEqual(command.options, [("-f", ""), ("-o", "ashift=12"), ("-O", "compression=on")])
        self.assertEqual(command.operands, [("POOL", "tank"), ("VDEV", "-odd"), ("VDEV", "/dev/a")])

    def test_pools(self) -> None:
        expected = {
            "zpool scrub b a": ["a", "b"],
            "zpool split tank half": ["half", "tank"],
            "zpool set comment=a/b tank": ["tank"],
            "zpool import 42 new": ["42", "new"],
            "zpool create -t now later /dev/sda": ["later", "now"],
            "zpool prefetch -t ddt tank": ["tank"],
            "zfs rename tank/a@x tank/a@y": ["tank"],
            "zfs set a=b tank/a dozer": ["dozer", "tank"],
            "zfs hold -- other/tag tank@x": ["tank"],
            "zfs rewrite /tank/a": [],
            "zpool sync": [],
            "zpool export -a": None,
        }
        self.assertEqual({text: check(shlex.split(text)).pools for text in expected}, expected)

    def test_ways_out_and_long_work(self) -> None:
        def those(answers: str, *commands: str) -> list[bool]:
            return [getattr(check(shlex.split(command)), answers) for command in commands]

        ways_out = ("zpool clear tank", "zpool online tank 1", "zpool scrub -s tank", "zpool scrub -p tank")
        self.assertEqual(those("frees_a_stuck_pool", *ways_out), [True, True, True, False])
        self.assertEqual(those("may_go_unrecorded", *ways_out), [True, True, True, False])
        destroying = ("zfs destroy tank/a@x,y", "zfs destroy tank/a", "zfs destroy tank/a#x")
        self.assertEqual(those("may_go_unrecorded", *destroying), [True, False, False])
        self.assertEqual(those("frees_a_stuck_pool", *destroying), [False, False, False])
        long_work = ("zpool scrub -w tank", "zpool trim --wait tank", "zfs receive tank/a", "zpool scrub tank")
        self.assertEqual(those("is_long", *long_work), [True, True, True, False])


class Secrets(unittest.TestCase):
    def refused(self, command: str, secret: bytes) -> str:
        try:
            check_secret(check(shlex.split(command)), secret)
        except ArgumentsError as error:
            return str(error)
        return ""

    def test_only_where_a_key_is_read(self) -> None:
        reading = (
            "zfs load-key tank/a",
            "zfs load-key -n tank/a",
            "zfs load-key -L prompt tank/a",
            "zfs load-key -n -L prompt tank/a",
            "zfs mount -l tank/a",
            "zfs share -l tank/a",
            "zpool import -l tank",
            "zfs create -o keyformat=passphrase -o keylocation=prompt tank/a",
            "zfs change-key -o keyformat=passphrase -o keylocation=prompt tank/a",
            "zfs change-key -l -o keyformat=passphrase -o keylocation=prompt tank/a",
            "zpool create -O keyformat=passphrase -O keylocation=prompt tank /dev/a",
        )
        for command in reading:
            with self.subTest(command):
                self.assertEqual(self.refused(command, b"correct horse"), "")
        others = ("zpool scrub tank", "zfs mount tank/a", "zfs share tank/a", "zpool import tank")
        for command in (*others, "zfs unload-key tank/a", "zfs set keylocation=prompt tank/a"):
            with self.subTest(command):
                self.assertIn("reads no secret", self.refused(command, b"x"))
        self.assertIn("reads no secret", self.refused("zfs change-key -i tank/a", b"x"))

    def test_one_secret_is_one_key(self) -> None:
        for command in ("zfs load-key -r tank/a", "zfs load-key -a", "zfs load-key -nr tank/a"):
            with self.subTest(command):
                self.assertIn("several keys", self.refused(command, b"x"))

    def test_not_where_the_key_comes_from_elsewhere(self) -> None:
        elsewhere = (
            "zfs load-key -L file:///root/key tank/a",
            "zfs load-key -L prompt -L https://host/key tank/a",
            "zfs create -o keyformat=raw -o keylocation=file:///root/key tank/a",
            "zfs change-key -o keylocation=prompt -o keyformat=hex -o keylocation=file:///root/key tank/a",
            "zpool create -O keyformat=hex -O keylocation=https://host/key tank /dev/a",
        )
        for command in elsewhere:
            with self.subTest(command):
                self.assertIn("would read the key from", self.refused(command, b"x"))
        self.assertIn("keylocation", self.refused("zfs change-key -o keyformat=hex tank/a", b"x"))

    def test_what_zfs_would_cut_off(self) -> None:
        passphrase = "zfs create -o encryption=on -o keyformat=passphrase tank/a"
        self.assertEqual(self.refused(passphrase, b"correct horse\n"), "")
        for secret in (b"correct\0horse", b"correct\nhorse", b"correct horse\n\n"):
            self.assertIn("cut it off", self.refused(passphrase, secret))
        raw = "zpool create -O encryption=on -O keyformat=raw tank /dev/a"
        self.assertEqual(self.refused(raw, bytes(range(32))), "")

    def test_a_new_key_says_its_format(self) -> None:
        self.assertIn("keyformat", self.refused("zfs change-key tank/a", b"correct horse"))

    def test_whose_key_is_new(self) -> None:
        new = {
            "zfs create -o encryption=on -o keyformat=hex -o keylocation=file:///root/key tank/a": "tank/a",
            "zfs change-key -o keyformat=raw -o keylocation=prompt tank/a": "tank/a",
            "zpool create -O keyformat=passphrase tank /dev/a": "tank",
            "zfs create tank/a": None,
            "zfs change-key -i tank/a": None,
            "zfs load-key -n tank/a": None,
            "zfs set keylocation=prompt tank/a": None,
        }
        self.assertEqual({text: check(shlex.split(text)).new_key for text in new}, new)
