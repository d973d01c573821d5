"""The surroundings in which zpool and zfs are started."""

from __future__ import annotations

import os

# The usual places, and /usr/local for a ZFS that was built by hand; never the caller's PATH.
PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"


def environment(path: str = PATH) -> dict[str, str]:
    """All that a child sees of an environment: variables such as ZFS_COLOR or ZPOOL_VDEV_NAME_* would change the
    output, and so would the locale (C itself damages what is not ASCII)."""
    return {"LC_ALL": "C.UTF-8", "PATH": path}


def installed(program: str, path: str = PATH) -> bool:
    """Whether the program is in one of the folders of `path`."""
    return any(os.access(os.path.join(folder, program), os.X_OK) for folder in path.split(":"))
