// A few of the files below /sys/module/zfs of ZFS 2.3, as `MODULE` of reads.ts prints them.

type Attributes = Readonly<Record<string, string>>;

const unset = "18446744073709551615";
const property = (type: string, values: string, standard: string, readonly = "0"): Attributes => ({
    type,
    readonly,
    setonce: "0",
    visible: "1",
    values,
    default: standard,
});
const switched = property("index", "on | off", "off");
const threshold = (values: string) => property("number", values, unset);
const feature = (
    description: string,
    readonly_compatible: "0" | "1",
    activate_on_enable = "0",
): Attributes => ({
    description,
    readonly_compatible,
    activate_on_enable,
});

const folders: Readonly<Record<string, Readonly<Record<string, Attributes>>>> = {
    "features.pool": {
        "com.delphix:async_destroy": feature("Destroy filesystems asynchronously.", "1"),
        "com.datto:encryption": feature("Support for dataset level encryption", "0"),
        "com.delphix:head_errlog": feature("Support for per-dataset on-disk error logs.", "0", "1"),
        "org.freebsd:zstd_compress": feature("zstd compression algorithm support.", "0"),
        "org.openzfs:raidz_expansion": feature("Support for raidz expansion", "0"),
        "com.klarasystems:fast_dedup": feature("Support for advanced deduplication", "1"),
        "com.fudosecurity:block_cloning": feature(
            "Support for block cloning via Block Reference Table.",
            "1",
        ),
    },
    "properties.pool": {
        allocated: property("number", "<size>", "0", "1"),
        altroot: property("string", "<path>", ""),
        ashift: property("number", "<ashift, 9-16, or 0=default>", "0"),
        autoexpand: switched,
        autoreplace: switched,
        autotrim: switched,
        cachefile: property("string", "<file> | none", ""),
        comment: property("string", "<comment-string>", ""),
        compatibility: property("string", "<file[,file...]> | off | legacy", "off"),
        dedup_table_quota: threshold("<size>"),
        failmode: property("index", "wait | continue | panic", "wait"),
        guid: property("number", "<guid>", "0", "1"),
        readonly: switched,
        size: property("number", "<size>", "0", "1"),
        version: property("number", "<version>", "5000"),
    },
    "properties.vdev": {
        allocating: property("index", "on | off", "on"),
        checksum_n: threshold("<events>"),
        comment: property("string", "<comment-string>", ""),
        failfast: property("index", "on | off | inherit", "on"),
        guid: property("number", "<guid>", "0", "1"),
        io_n: threshold("<events>"),
        path: property("string", "<device-path>", ""),
        trim_support: property("index", "on | off", "off", "1"),
    },
    "properties.dataset": { direct: property("index", "disabled | standard | always", "standard") },
};

/** What the module knows, a file a line. */
export const moduleFiles = Object.entries(folders)
    .flatMap(([folder, things]) =>
        Object.entries(things).flatMap(([name, attributes]) =>
            Object.entries(attributes).map(
                ([attribute, text]) => `/sys/module/zfs/${folder}/${name}/${attribute}:${text}\n`,
            ),
        ),
    )
    .join("");
