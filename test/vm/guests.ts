/** A system that the tests run on: what is installed, and from which suites of the Debian archive. */
export interface Guest {
    readonly name: string;
    /** The suites of its sources list; the first one is the release that is installed. */
    readonly suites: readonly [string, ...string[]];
    readonly packages: readonly string[];
    /** An apt preferences file that is there before the first package is. */
    readonly pin?: string;
}

const packages = [
    // a system that boots
    ...[
        "systemd-sysv",
        "dbus",
        // without a session bus Cockpit's bridge ends when that is asked for twice (seen in 337 and 372)
        "dbus-user-session",
        "polkitd",
        "udev",
        "kmod",
        "initramfs-tools",
        "e2fsprogs",
        "procps",
        "iproute2",
    ],
    ...["linux-image-cloud-amd64", "linux-headers-cloud-amd64", "libpam-systemd", "openssh-server", "sudo"],
    // what the product stands on
    ...["zfs-dkms", "zfsutils-linux", "zfs-zed", "cockpit-ws", "cockpit-bridge", "cockpit-system", "python3"],
    // what it talks to when it is there, and what the tests make faults with
    ...["smartmontools", "nfs-kernel-server", "samba", "dmsetup", "parted", "ca-certificates"],
];

export const guests: readonly [Guest, ...Guest[]] = [
    { name: "debian-13", suites: ["trixie", "trixie-updates"], packages },
    { name: "debian-12", suites: ["bookworm", "bookworm-updates"], packages },
    {
        name: "debian-13-backports",
        suites: ["trixie", "trixie-updates", "trixie-backports"],
        packages,
        // The kernel stays that of stable: the one in backports may be newer than its ZFS allows.
        pin: "Package: src:zfs-linux src:cockpit\nPin: release n=trixie-backports\nPin-Priority: 900\n",
    },
];

/** The guest of that name; without a name, the one that `TEST_OS` chooses, else the first. Throws for an unknown name. */
export function findGuest(name: string | undefined = process.env["TEST_OS"]): Guest {
    if (!name) return guests[0];
    const guest = guests.find((known) => known.name === name);
    if (!guest)
        throw new Error(`no guest '${name}'; there are ${guests.map((known) => known.name).join(", ")}`);
    return guest;
}
