import { hostTime } from "../../backend/clock.ts";
import { _, format } from "../../i18n.ts";
import { formatRoute } from "../../routes.ts";
import { useStore } from "../../store/hooks.ts";
import { pools } from "../../store/pools.ts";
import { FactList } from "../../ui/fact-list.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { isShared } from "../../zfs/dataset-traits.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import { leafOf, poolOf } from "../../zfs/dataset.ts";
import { formatSize } from "../../zfs/size.ts";
import { ratioText } from "../datasets/dataset-columns.tsx";

import { devicePath, mountText } from "./mount-text.ts";

interface DatasetFactsProps {
    readonly dataset: Dataset;
    /** Its clones are among them. */
    readonly all: readonly Dataset[];
}

/** What a dataset is, where it is found, and which others it belongs to. */
export const DatasetFacts = ({ dataset, all }: DatasetFactsProps) => {
    const { name, type, origin, creation, recordsize, volblocksize } = dataset;
    const clones = all.filter((one) => one.origin?.startsWith(`${name}@`));
    const isVolume = type === "volume";
    return (
        <FactList
            className="zfs-details zfs-dataset-facts"
            columnModifier={{ default: "1Col", md: "2Col", xl: "3Col" }}
            facts={[
                [_("Type"), isVolume ? _("Volume") : type === "filesystem" ? _("Filesystem") : type],
                [_("Mounted"), mountText(dataset)],
                [_("Device"), isVolume && devicePath(dataset)],
                [_("Set to be shared by NFS"), shareText(dataset.sharenfs)],
                [_("Set to be shared by SMB"), shareText(dataset.sharesmb)],
                [_("Read-only"), dataset.readonly === true && _("Yes")],
                [_("Compression"), dataset.compression],
                [_("Deduplication of the pool"), ratioText(useDedupRatio(poolOf(name)))],
                [_("Record size"), recordsize !== undefined && formatSize(recordsize)],
                [_("Block size"), volblocksize !== undefined && formatSize(volblocksize)],
                [_("Encryption"), <Encryption key="encryption" dataset={dataset} />],
                [_("Created"), creation !== undefined && <RelativeTime time={creation} clock={hostTime} />],
                [_("Clone of"), origin !== undefined && <Origin origin={origin} />],
                [_("Clones of its snapshots"), clones.length > 0 && <Clones clones={clones} />],
                [_("GUID"), dataset.guid],
            ]}
        />
    );
};

/** The ratio of the pool; undefined where nothing is deduplicated. */
function useDedupRatio(pool: string): number | undefined {
    const state = useStore(pools);
    const usage =
        state.kind === "ready" ? state.pools.find((entry) => entry.usage.name === pool)?.usage : undefined;
    return (usage?.dedupRatio ?? 1) > 1 ? usage?.dedupRatio : undefined;
}

/** The options of a share; undefined of what is not set to be shared. */
const shareText = (value: string | undefined): string | undefined =>
    isShared(value) ? (value === "on" ? _("Yes") : value) : undefined;

const DatasetLink = ({ name }: { readonly name: string }) => (
    <a href={formatRoute({ screen: "datasets", dataset: name })}>{name}</a>
);

const Encryption = ({
    dataset: { encryption, encryptionRoot, name, keyStatus },
}: {
    readonly dataset: Dataset;
}) => {
    if (encryption === undefined || encryption === "off") return <>{_("Not encrypted")}</>;
    return (
        <>
            {encryption}
            {keyStatus === "available" && <>, {_("key loaded")}</>}
            {keyStatus === "unavailable" && <>, {_("key not loaded")}</>}
            {encryptionRoot !== undefined && encryptionRoot !== name && (
                <div>
                    {_("With the key of")} <DatasetLink name={encryptionRoot} />
                </div>
            )}
        </>
    );
};

/** The snapshot from which it was cloned, and the dataset of that. */
const Origin = ({ origin }: { readonly origin: string }) => {
    const [name = "", snapshot = ""] = origin.split("@", 2);
    return (
        <>
            <DatasetLink name={name} />@{snapshot}
        </>
    );
};

const Clones = ({ clones }: { readonly clones: readonly Dataset[] }) => (
    <ul>
        {clones.map(({ name, origin = "" }) => (
            <li key={name}>
                <DatasetLink name={name} /> {format(_("(of @$0)"), leafOf(origin).split("@")[1] ?? "")}
            </li>
        ))}
    </ul>
);
