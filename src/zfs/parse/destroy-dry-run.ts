import { fail, toLines } from "./parse-error.ts";

/**
 * The names of what `zfs destroy -nvp` says would go, in its order; it may come twice to a clone that goes with its
 * origin. How much would come free it reckons for snapshots alone. See zfs-destroy(8).
 * @throws ParseError
 */
export function parseDestroyDryRun(text: string): readonly string[] {
    const names = toLines(text).map((line) => {
        const [verb, name = "", ...more] = line.text.split("\t");
        return verb === "destroy" && name !== "" && more.length === 0
            ? name
            : fail("not what is destroyed", line);
    });
    return [...new Set(names)];
}
