import { readInherited } from "../../backend/dataset-facts.ts";
import { readModule } from "../../backend/module.ts";
import { useAnswer } from "../../store/answer.ts";
import { draftName } from "../../zfs/dataset-draft.ts";
import type { DatasetDraft } from "../../zfs/dataset-draft.ts";
import { poolOf } from "../../zfs/dataset.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import { draftProperties, inheritedPlace } from "../../zfs/draft-properties.ts";
import type { ModuleFacts } from "../../zfs/module.ts";
import type { Property } from "../../zfs/property.ts";
import { paddingOf } from "../../zfs/raidz-padding.ts";
import type { Padding } from "../../zfs/raidz-padding.ts";
import { exactBytes, parseSize } from "../../zfs/size.ts";

import { asFolder, useHiddenFolders } from "./hidden-folders.tsx";
import { usePoolEntry } from "./use-datasets.ts";

/** What is known about the place of a new dataset. */
interface DraftFacts {
    /** What the dataset above has; undefined while that is not known. */
    readonly above: readonly Property[] | undefined;
    /** Where it will be mounted if nothing is set. */
    readonly inheritedPlace: string | undefined;
    /** The folder there, if it is not empty: what is in it would be hidden. */
    readonly hidden: readonly string[];
    /** Bytes of the blocks of a volume; undefined when nothing is set, and ZFS's own is not known. */
    readonly block: bigint | undefined;
    readonly padding: Padding | undefined;
    /** What the module says of the properties; undefined while that is not known. */
    readonly rules: ModuleFacts["datasetProperties"] | undefined;
}

/** What is inherited, hidden and padded. */
export function useDraftFacts(draft: DatasetDraft, above: Dataset | undefined): DraftFacts {
    const isFilesystem = draft.kind === "filesystem";
    // a volume holds nothing that could inherit from it
    const name = above?.type === "filesystem" ? above.name : undefined;
    const inherited = useAnswer(
        () => (name === undefined ? Promise.resolve([]) : readInherited(inheritable, name)),
        name ?? "",
    );
    const values = inherited.kind === "ready" ? inherited.value : undefined;
    const place = inheritedPlace(
        draftName(draft),
        name ?? "",
        values?.find((one) => one.name === "mountpoint")?.value,
    );
    const own = draft.values["mountpoint"] || place;
    const folder = isFilesystem && draft.name !== "" ? asFolder(own) : undefined;
    const hidden = useHiddenFolders(folder === undefined ? [] : [folder]);
    const module = useAnswer(readModule, "module");
    const rules = module.kind === "ready" ? module.value.datasetProperties : undefined;
    const standard = exactBytes(rules?.get("volblocksize")?.default ?? "");
    const block = parseSize(draft.values["volblocksize"] ?? "") ?? standard;
    const status = usePoolEntry(poolOf(draft.parent))?.status;
    return {
        above: values,
        inheritedPlace: place,
        hidden,
        block,
        rules,
        padding:
            !isFilesystem && status && block !== undefined && block > 0n
                ? paddingOf(status, block)
                : undefined,
    };
}

const inheritable = draftProperties.filter(({ isInherited }) => isInherited).map(({ name }) => name);
