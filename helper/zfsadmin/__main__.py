"""zfsadmin, the part of the ZFS page that runs on the host.

The page in the browser reads most things by calling zpool and zfs itself. What lives here is the rest: what needs a
process of its own on the host, because it has to see many files at once (disks), has to keep something running and
digest it before it goes over the line (follow), or keeps the record of all changes (audit). Each verb is one module
with `run(arguments) -> exit code`; cockpit's bridge starts it, and a person may type it in a shell as well.

It is Python with nothing but the standard library, since Cockpit brings an interpreter to every host and nothing else
is certain to be there; the oldest one is 3.9. Verbs are imported only when asked for: starting the program is most of
what a short call costs.

Output for the page is JSON, one object a line, ASCII only, so that no locale can damage it. Messages for people go to
standard error. No verb trusts its environment: children get one that is made here.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module

# Each verb is the module of the same name; the value is its line in the help.
VERBS = {
    "audit": "list, verify or export the record of all changes, or say how long it is kept",
    "copies": "tell which snapshots of a filesystem hold a file",
    "disks": "list the disks of this host",
    "execute": "run a command of zpool or zfs that changes something, and record it",
    "follow": "tell what changes in ZFS, as JSON lines, until standard input ends",
    "uses": "tell what keeps a pool or datasets from being unmounted: processes, and what stands on its volumes",
    "version": "print the versions of program, protocol and database as JSON",
}


def usage() -> str:
    """The text of `zfsadmin --help`; zfsadmin(8) says the same at length."""
    lines = [
        "Usage: zfsadmin VERB [OPTION]...",
        "",
        "The part of the ZFS page for Cockpit that runs on the host.",
        "",
    ]
    lines += [f"  {verb:<10} {summary}" for verb, summary in VERBS.items()]
    lines += ["", "Never grant it in sudoers or polkit: whoever may run it as root is root.", "More: man zfsadmin"]
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    """Runs one verb and gives the exit code: 64 when the command line makes no sense, else what the verb says."""
    if arguments in (["--help"], ["-h"]):
        print(usage())
        return 0
    if not arguments or arguments[0] not in VERBS:
        print(usage(), file=sys.stderr)
        return os.EX_USAGE
    try:
        code: int = import_module(f"zfsadmin.{arguments[0]}").run(arguments[1:])
        sys.stdout.flush()
    except KeyboardInterrupt:
        return 130  # as a shell has it
    except BrokenPipeError:  # whoever read has seen enough; what is left must not fail again at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
