// Layouts that are made through the page, and what zpool makes of them.

/** What is chosen for one part of a layout. */
export interface MadePart {
    /** The class as the page has it. */
    readonly title: "Data" | "Special" | "Dedup" | "Log" | "Cache" | "Spare";
    /** The kind as the page has it; undefined leaves what is suggested. */
    readonly kind?: string;
    readonly width?: number;
    readonly draidData?: number;
    readonly draidSpares?: number;
    /** 1 for DISK1. */
    readonly disks: readonly number[];
}

/** A layout, its words on the command line, and its rows in `zpool status` below the pool. */
export interface MadeLayout {
    readonly name: string;
    readonly parts: readonly MadePart[];
    readonly words: string;
    readonly rows: string;
    /** It is in the short run of the tests, too. */
    readonly isCore?: boolean;
    /** It is made on every guest: an older or newer ZFS may take it otherwise. */
    readonly isOnAll?: boolean;
    /** zpool takes it by force only. */
    readonly isForced?: boolean;
}

const data = (kind: string, disks: readonly number[], more: Partial<MadePart> = {}): MadePart => ({
    ...{ title: "Data", kind, disks },
    ...more,
});

export const layouts: readonly MadeLayout[] = [
    {
        name: "raidz2 with a mirrored log",
        isCore: true,
        parts: [data("raidz2", [1, 2, 3, 4]), { title: "Log", kind: "mirror", disks: [5, 6] }],
        words: "raidz2 DISK1 DISK2 DISK3 DISK4 log mirror DISK5 DISK6",
        rows: "raidz2-0 DISK1 DISK2 DISK3 DISK4 logs mirror-1 DISK5 DISK6",
    },
    { name: "a single disk", parts: [data("single disks", [1])], words: "DISK1", rows: "DISK1" },
    {
        name: "a stripe",
        parts: [data("single disks", [1, 2, 3])],
        words: "DISK1 DISK2 DISK3",
        rows: "DISK1 DISK2 DISK3",
    },
    {
        name: "a mirror",
        parts: [data("mirror", [1, 2])],
        words: "mirror DISK1 DISK2",
        rows: "mirror-0 DISK1 DISK2",
    },
    {
        name: "a mirror of three",
        parts: [data("mirror", [1, 2, 3], { width: 3 })],
        words: "mirror DISK1 DISK2 DISK3",
        rows: "mirror-0 DISK1 DISK2 DISK3",
    },
    {
        name: "three mirrors",
        parts: [data("mirror", [1, 2, 3, 4, 5, 6])],
        words: "mirror DISK1 DISK2 mirror DISK3 DISK4 mirror DISK5 DISK6",
        rows: "mirror-0 DISK1 DISK2 mirror-1 DISK3 DISK4 mirror-2 DISK5 DISK6",
    },
    {
        name: "raidz1",
        parts: [data("raidz1", [1, 2, 3])],
        words: "raidz1 DISK1 DISK2 DISK3",
        rows: "raidz1-0 DISK1 DISK2 DISK3",
    },
    {
        name: "raidz3",
        parts: [data("raidz3", [1, 2, 3, 4, 5])],
        words: "raidz3 DISK1 DISK2 DISK3 DISK4 DISK5",
        rows: "raidz3-0 DISK1 DISK2 DISK3 DISK4 DISK5",
    },
    {
        name: "two raidz1",
        parts: [data("raidz1", [1, 2, 3, 4, 5, 6], { width: 3 })],
        words: "raidz1 DISK1 DISK2 DISK3 raidz1 DISK4 DISK5 DISK6",
        rows: "raidz1-0 DISK1 DISK2 DISK3 raidz1-1 DISK4 DISK5 DISK6",
    },
    {
        name: "draid1 with two spares",
        isOnAll: true,
        parts: [data("draid1", [1, 2, 3, 4, 5, 6, 7, 8], { draidData: 3, draidSpares: 2 })],
        words: "draid1:3d:8c:2s DISK1 DISK2 DISK3 DISK4 DISK5 DISK6 DISK7 DISK8",
        rows: "draid1:3d:8c:2s-0 DISK1 DISK2 DISK3 DISK4 DISK5 DISK6 DISK7 DISK8 spares draid1-0-0 draid1-0-1",
    },
    {
        name: "a mirror with special and dedup",
        isOnAll: true,
        parts: [
            data("mirror", [1, 2]),
            { title: "Special", disks: [3, 4] },
            { title: "Dedup", disks: [5, 6] },
        ],
        words: "mirror DISK1 DISK2 special mirror DISK3 DISK4 dedup mirror DISK5 DISK6",
        rows: "mirror-0 DISK1 DISK2 dedup mirror-2 DISK5 DISK6 special mirror-1 DISK3 DISK4",
    },
    {
        name: "a mirror with cache and spare",
        parts: [data("mirror", [1, 2]), { title: "Cache", disks: [3] }, { title: "Spare", disks: [4] }],
        words: "mirror DISK1 DISK2 cache DISK3 spare DISK4",
        rows: "mirror-0 DISK1 DISK2 cache DISK3 spares DISK4",
    },
    {
        name: "raidz2 and a mirror of three",
        parts: [data("raidz2", [1, 2, 3, 4]), data("mirror", [5, 6, 7], { width: 3 })],
        words: "raidz2 DISK1 DISK2 DISK3 DISK4 mirror DISK5 DISK6 DISK7",
        rows: "raidz2-0 DISK1 DISK2 DISK3 DISK4 mirror-1 DISK5 DISK6 DISK7",
    },
    {
        name: "raidz1 and a single disk",
        isOnAll: true,
        isForced: true,
        parts: [data("raidz1", [1, 2, 3]), data("single disks", [4])],
        words: "DISK4 raidz1 DISK1 DISK2 DISK3",
        rows: "DISK4 raidz1-1 DISK1 DISK2 DISK3",
    },
    {
        name: "all classes",
        parts: [
            data("mirror", [1, 2]),
            { title: "Special", disks: [3, 4] },
            { title: "Log", disks: [5] },
            { title: "Cache", disks: [6] },
            { title: "Spare", disks: [7, 8] },
        ],
        words: "mirror DISK1 DISK2 special mirror DISK3 DISK4 log DISK5 cache DISK6 spare DISK7 DISK8",
        rows: "mirror-0 DISK1 DISK2 special mirror-1 DISK3 DISK4 logs DISK5 cache DISK6 spares DISK7 DISK8",
    },
];
