import { readDamage } from "../../backend/damage.ts";
import { _ } from "../../i18n.ts";
import { useAnswerInTurn } from "../../store/answer.ts";
import { useAdminAccess, useStore } from "../../store/hooks.ts";
import { readings } from "../../store/readings.ts";
import type { DataErrors, Pool } from "../../zfs/model.ts";
import { DamagedList } from "../damage/damaged-list.tsx";
import { Problem } from "../problem.tsx";

/** Which files of a pool are damaged; nothing while ZFS knows of none. */
export const Damage = ({ pool: { name, errors } }: { readonly pool: Pool }) => {
    const isAdmin = useAdminAccess();
    if (errors === undefined || errors.kind === "none") return null;
    if (errors.kind === "unavailable" && errors.count === 0) return null;
    return (
        <section className="zfs-stack" aria-label={_("Damaged files")}>
            {isAdmin ? (
                <DamagedFiles key={name} pool={name} count={errors.count} />
            ) : (
                <p>{_("Which files are damaged can be seen only with administrative access.")}</p>
            )}
        </section>
    );
};

interface DamagedFilesProps {
    readonly pool: string;
    readonly count: number | undefined;
}

/**
 * Read again when their number changes, and with every reading of the pools: a file that was renamed or deleted makes no
 * event, and may leave their number as it is.
 */
const DamagedFiles = ({ pool, count }: DamagedFilesProps) => {
    const answer = useAnswerInTurn(() => readDamage(pool), JSON.stringify([pool, count, useStore(readings)]));
    switch (answer.kind) {
        case "waiting":
            return null;
        case "failed":
            return <Problem title={_("The damaged files cannot be listed")} error={answer.error} />;
        case "ready":
            return <FileList errors={answer.value} />;
    }
};

const FileList = ({ errors }: { readonly errors: DataErrors | undefined }) => {
    if (errors?.kind === "unavailable") return <p>{errors.reason}</p>;
    if (errors?.kind !== "list") return null;
    return <DamagedList paths={errors.paths} />;
};
