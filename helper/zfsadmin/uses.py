"""`zfsadmin uses NAME…`: what keeps a pool from being exported or destroyed, or datasets from being unmounted, renamed
or destroyed, so that a person can end it first. It is told of all that lies in what is named.

Output is {"processes": [{"pid", "command", "path"}], "volumes": [{"volume", "uses"}], "loops": [{"device", "path"}],
"mounts": [{"place", "source"}], "mapsRead"}: a process is named with one of the files that it has open or mapped into
its memory, or the folder that it works in; a volume with all that stands on it: mounts, swap, devices that the kernel
built on it, iSCSI; a loop device with the file that it stands on; and what else is mounted on a folder with its place.
What a process holds is known by the path that the kernel gives for it; a container sees other paths than this host, so
that of such a process it may not be known. No file of the pool is opened: that could hang with the pool. The list of
what a process has mapped can hang with that process: then `mapsRead` is false. Only root sees the processes of others.
"""

from __future__ import annotations

import glob
import json
import os
import re
import sys
from collections.abc import Iterator
from typing import Any, NamedTuple

from zfsadmin.arguments import DATASET, lies_in
from zfsadmin.blocks import Blocks, subtree
from zfsadmin.bounded import BoundedError, bounded
from zfsadmin.host import Host, kernel_name, names, read
from zfsadmin.usage import unescape

PATIENCE = 5.0  # seconds for the maps of all processes

Volumes = dict[str, str]  # the kernel's name (zd0, zd0p1) to the dataset, with -part1


class Wanted(NamedTuple):
    """What is looked for, at one moment."""

    datasets: list[str]
    mounts: dict[str, str]  # the dataset at each place
    volumes: Volumes


class Mount(NamedTuple):
    """Something that is mounted, by the kernel's list."""

    below: str  # the number of the mount on which it is
    place: str
    source: str


def run(arguments: list[str]) -> int:
    """The verb. Ends with 64 for anything but names of pools and datasets."""
    if not arguments or not all(re.fullmatch(DATASET, name) for name in arguments):
        print("zfsadmin uses: takes the names of pools or datasets", file=sys.stderr)
        return os.EX_USAGE
    print(json.dumps(uses(Host(), arguments), separators=(",", ":")))
    return 0


def uses(host: Host, datasets: list[str]) -> dict[str, Any]:
    """What uses the filesystems and volumes in these datasets."""
    wanted = Wanted(datasets, mount_table(host), volumes_of(host, datasets))
    pids = sorted(int(name) for name in names(host.proc) if name.isdigit() and int(name) != os.getpid())
    maps = mapped_paths(host, pids, wanted)
    return {
        "processes": list(processes(host, pids, wanted, maps or {})),
        "volumes": list(volume_uses(host, wanted.volumes)),
        "loops": list(loops(host, wanted)),
        "mounts": list(mounts_inside(host, datasets)),
        "mapsRead": maps is not None,
    }


def volumes_of(host: Host, datasets: list[str]) -> Volumes:
    """The volumes in these datasets, and their partitions."""
    all_of_pools: Volumes = {}
    for pool in sorted({name.split("/")[0] for name in datasets}):
        all_of_pools.update(volumes_of_pool(host, pool))
    whole = {kernel for kernel, volume in all_of_pools.items() if is_disk(host, kernel) and lies_in(volume, datasets)}
    return {kernel: volume for kernel, volume in all_of_pools.items() if re.sub(r"p\d+$", "", kernel) in whole}


def is_disk(host: Host, kernel: str) -> bool:
    """Whether the kernel has a disk of this name; a partition is none."""
    return os.path.isdir(os.path.join(host.sys, "block", kernel))


def volumes_of_pool(host: Host, pool: str) -> Volumes:
    """The volumes of a pool and their partitions, by udev's links, in which "+" stands for the blank of a name."""
    top = os.path.join(host.dev, "zvol", pool.replace(" ", "+"))
    links = [os.path.join(folder, name) for folder, _, files in os.walk(top) for name in files]
    return {kernel_name(link): os.path.relpath(link, os.path.dirname(top)).replace("+", " ") for link in links}


def volume_uses(host: Host, volumes: Volumes) -> Iterator[dict[str, Any]]:
    """The volumes that something stands on, with what."""
    blocks, exported = Blocks(host), iscsi_devices(host)
    for name, volume in sorted(volumes.items(), key=lambda item: item[1]):
        if not is_disk(host, name):  # a partition, which its volume has among its children
            continue
        parts = subtree(blocks.describe(name, os.path.join(host.sys, "block", name)))
        found = [mount for part in parts for mount in part["mounts"]]
        found += ["swap"] * any(part["swap"] for part in parts)
        found += [part["name"] for part in parts[1:] if part["kind"] != "partition"]
        found += ["iSCSI"] * any(part["name"] in exported for part in parts)
        if found:
            yield {"volume": volume, "uses": found}


def iscsi_devices(host: Host) -> set[str]:
    """The kernel's names of the devices that its iSCSI target gives to others."""
    files = glob.glob(os.path.join(host.sys, "kernel/config/target/core/*/*/udev_path"))
    paths = [path for file in files if (path := read(file))]
    return {kernel_name(os.path.join(host.dev, os.path.relpath(path, "/dev"))) for path in paths}


def loops(host: Host, wanted: Wanted) -> Iterator[dict[str, str]]:
    """The loop devices that stand on a file of these datasets."""
    for device in names(host.sys, "block"):
        path = read(host.sys, "block", device, "loop", "backing_file")
        if path and belongs(path, wanted):
            yield {"device": device, "path": path}


def mounts_inside(host: Host, datasets: list[str]) -> Iterator[dict[str, str]]:
    """What is mounted on a folder of these datasets and is none of them. proc_pid_mountinfo(5)."""
    table: dict[str, Mount] = {}  # by number
    ours: set[str] = set()
    for line in read(host.proc, "self", "mountinfo").split("\n"):
        place, _, content = line.partition(" - ")
        fields, content_fields = place.split(" "), content.split(" ")
        if len(fields) < 5 or len(content_fields) < 2:
            continue
        source = unescape(content_fields[1])
        table[fields[0]] = Mount(below=fields[1], place=unescape(fields[4]), source=source)
        if content_fields[0] == "zfs" and lies_in(source, datasets):
            ours.add(fields[0])
    for number, mount in table.items():
        if mount.below in ours and number not in ours:
            yield {"place": mount.place, "source": mount.source}


def processes(host: Host, pids: list[int], wanted: Wanted, maps: dict[int, str]) -> Iterator[dict[str, Any]]:
    """The processes that hold something of these datasets, with one such thing."""
    for pid in pids:
        held = (path for path in held_paths(host, pid) if belongs(path, wanted))
        path = next(held, maps.get(pid))
        if path is not None:
            yield {"pid": pid, "command": read(host.proc, str(pid), "comm"), "path": path}


def mapped_paths(host: Host, pids: list[int], wanted: Wanted) -> dict[int, str] | None:
    """A file of these datasets for each process that has one mapped into its memory; None if that hangs."""
    mounted = wanted.mounts.items()
    places = tuple(place for place, dataset in mounted if dataset and lies_in(dataset, wanted.datasets))
    if not places:
        return {}

    def first(pid: int) -> str | None:
        paths = (path for path in mapped(host, pid) if path.startswith(places))
        return next((path for path in paths if belongs(path, wanted)), None)

    try:
        return dict(bounded(lambda: [(pid, path) for pid in pids if (path := first(pid))], PATIENCE))
    except BoundedError:
        return None


def mapped(host: Host, pid: int) -> Iterator[str]:
    """The paths that a process has mapped. proc_pid_maps(5)."""
    for line in read(host.proc, str(pid), "maps").split("\n"):
        _, slash, path = line.partition(" /")
        if slash:
            yield f"/{path}"


def held_paths(host: Host, pid: int) -> Iterator[str]:
    """The paths that a process keeps in use, as the kernel names them."""
    folder = os.path.join(host.proc, str(pid))
    links = [os.path.join(folder, name) for name in ("cwd", "root", "exe")]
    links += [os.path.join(folder, "fd", name) for name in names(folder, "fd")]
    for link in links:
        try:
            yield os.readlink(link)
        except OSError:  # it has ended, or let go
            continue


def mount_table(host: Host) -> dict[str, str]:
    """The dataset that is mounted at each place; empty for what is not ZFS. proc_pid_mounts(5)."""
    table = {}
    for line in read(host.proc, "self", "mounts").split("\n"):
        source, place, kind, *_ = [*line.split(" "), "", "", ""]
        table[unescape(place)] = unescape(source) if kind == "zfs" else ""
    return table


def belongs(path: str, wanted: Wanted) -> bool:
    """Whether it is a file on a filesystem in these datasets, or one of these volumes."""
    if path.startswith("/dev/"):
        return os.path.basename(path) in wanted.volumes
    while path.startswith("/"):
        if path in wanted.mounts:
            return lies_in(wanted.mounts[path], wanted.datasets)
        if path == "/":
            break
        path = os.path.dirname(path)
    return False
