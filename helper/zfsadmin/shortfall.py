"""Whether a command did what it should although it ended as a failure: zfs mounts and shares after it has made, set or
renamed something, zpool after it has made, imported or split off a pool, and releases differ in whether they fail when
that does.

All of them print so (cmd/zfs/zfs_main.c, zfs_mount_and_share; lib/libzfs/libzfs_changelist.c, changelist_postfix): a
created filesystem that is not mounted or shared is called "successfully created"; of what was set, inherited or renamed
only the mounts and shares are complained about ("cannot mount", "cannot share"), while what was not done has another
complaint. "property may be set but" says nothing surer: it also comes when the property was not set, because something
could not be unmounted before. Create and clone fail so in 2.1 to 2.3; set, inherit and rename in 2.1, and in later
releases where only the options of a share or of a mount were refused. Import and split fail so in 2.1
(cmd/zpool/zpool_main.c, do_import and zpool_do_split), and say "cannot import" or "cannot split" where it was none; to
create a pool fails so in all (zpool_do_create), and says "cannot create" or something else where it was not made. The
page has the same rule for its words, in src/zfs/shortfall.ts.
"""

from __future__ import annotations

import re

CREATED = re.compile(
    "^filesystem successfully created, but (?:not (?:mounted|shared)|it may only be mounted by root)$", re.MULTILINE
)
COMPLAINT = re.compile("^cannot .*$", re.MULTILINE)
AFTERWARDS = ("cannot mount ", "cannot share ", "cannot set mount attributes for ")


def fell_short(name: str, stderr: str) -> bool:
    """Whether a command of this name ("zfs create") that ended as a failure was done, but for mounts or shares."""
    if name in ("zfs create", "zfs clone"):
        return CREATED.search(stderr) is not None
    if name not in ("zfs set", "zfs inherit", "zfs rename", "zpool create", "zpool import", "zpool split"):
        return False
    complaints = COMPLAINT.findall(stderr)
    return complaints != [] and all(line.startswith(AFTERWARDS) for line in complaints)
