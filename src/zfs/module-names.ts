import type { Answers } from "./capabilities.ts";

/**
 * Reads the listing of /sys/module/zfs that `MODULE` of reads.ts gives, a path a line. A folder that the module does
 * not have gives no line.
 */
export function parseModule(
    listing: string,
): Pick<Answers, "features" | "datasetProperties" | "vdevProperties"> {
    const names = (folder: string) =>
        new Set(
            listing.split("\n").flatMap((path) => {
                const [name, parent] = path.split("/").reverse();
                return name !== undefined && parent === folder ? [name.replace(/^.*:/, "")] : [];
            }),
        );
    return {
        features: names("features.pool"),
        datasetProperties: names("properties.dataset"),
        vdevProperties: names("properties.vdev"),
    };
}
