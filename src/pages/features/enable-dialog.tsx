import { Alert } from "@patternfly/react-core/dist/esm/components/Alert/index.js";

import { hostTime } from "../../backend/clock.ts";
import { readMounts } from "../../backend/mounts.ts";
import { _, format } from "../../i18n.ts";
import { useAnswer } from "../../store/answer.ts";
import type { PoolEntry } from "../../store/pools.ts";
import { relativeTime } from "../../ui/dates.ts";
import { DangerDialog } from "../../ui/dialogs/danger-dialog.tsx";
import { useTicks } from "../../ui/use-ticks.ts";
import type { Command } from "../../zfs/commands/command.ts";
import { changesFor, importability } from "../../zfs/compatibility.ts";
import type { Importability, KnownSystem } from "../../zfs/compatibility.ts";
import { enabledAfter } from "../../zfs/features.ts";
import type { Feature } from "../../zfs/features.ts";
import { holdsSystem } from "../../zfs/pool-actions.ts";
import { useChange } from "../change/use-change.tsx";
import { TakeCheckpoint } from "../take-checkpoint.tsx";
import { usePoolNow } from "../use-pool-now.ts";

import { grubText } from "./importable-text.ts";
import { SystemsTable } from "./systems-table.tsx";

interface EnableDialogProps {
    readonly entry: PoolEntry;
    readonly command: Command;
    readonly title: string;
    readonly action: string;
    readonly features: readonly Feature[];
    /** None where they cannot be read. */
    readonly systems: readonly KnownSystem[];
    /** The features that are enabled; undefined where ZFS alone knows which. */
    readonly names: ReadonlySet<string> | undefined;
}

/** Enables features for good: says before for which systems that makes a difference, and offers a way back. */
export const EnableDialog = (props: EnableDialogProps) => {
    const { entry, command, title, action, features, systems, names } = props;
    const mounts = useAnswer(readMounts, "mounts");
    const isOfSystem = holdsSystem(entry.usage.name, mounts.kind === "ready" ? mounts.value : undefined);
    const changes = names && systems.length > 0 ? changesFor(systems, features, names) : undefined;
    const grub2 = systems.find((known) => known.names.includes("grub2"));
    const grub = names && grub2 && importability(enabledAfter(features, names), grub2);
    return (
        <DangerDialog
            {...useChange(command)}
            title={title}
            action={action}
            name={entry.usage.name}
            headline={_("What this means")}
            losses={
                mounts.kind === "waiting"
                    ? undefined
                    : [
                          _("A feature that is enabled cannot be disabled again."),
                          lossText(changes?.length, names?.size),
                      ]
            }
        >
            {changes && changes.length > 0 && (
                <SystemsTable title={_("Which systems can import it")} systems={changes} />
            )}
            {mounts.kind !== "waiting" && isOfSystem !== false && (
                <BootWarning isKnown={isOfSystem === true} grub={grub} />
            )}
            <Way entry={entry} features={features} />
        </DangerDialog>
    );
};

interface BootWarningProps {
    /** Whether it is known that the system starts from the pool; if not, it may. */
    readonly isKnown: boolean;
    /** Whether GRUB 2 can read the pool afterwards; undefined where that is not known. */
    readonly grub: Importability | undefined;
}

/** What enabling a feature may mean for the start of the system. */
const BootWarning = ({ isKnown, grub }: BootWarningProps) => (
    <Alert
        component="p"
        variant="warning"
        isInline
        title={
            isKnown
                ? _("The system starts from this pool")
                : _("It is not known whether the system starts from this pool")
        }
    >
        <p>
            {_(
                "A boot loader that lacks a feature in use cannot read the pool, and the system does not start any more. Update it first.",
            )}
        </p>
        {grub && <p>{grubText(grub)}</p>}
    </Alert>
);

/**
 * What it means for systems.
 *
 * @param count for how many it makes a difference
 * @param features how many are enabled
 */
function lossText(count: number | undefined, features: number | undefined): string {
    if (count === undefined) return _("Which systems can import the pool then is not known.");
    if (count === 0) return _("No system of the list that can import the pool now loses that.");
    return features === 1
        ? _("Some systems cannot import the pool then, or not once the feature is used.")
        : _("Some systems cannot import the pool then, or not once the features are used.");
}

/** The way back, if there is one: a checkpoint. */
const Way = ({ entry, features }: Pick<EnableDialogProps, "entry" | "features">) => {
    const now = usePoolNow(entry.usage);
    useTicks();
    const checkpoint = now?.status?.checkpoint;
    if (checkpoint?.created !== undefined)
        return (
            <p>
                {format(
                    _("The way back is the checkpoint taken $0: all that came later is lost with it."),
                    relativeTime(checkpoint.created, hostTime()),
                )}
            </p>
        );
    if (features.some(({ name, state: word }) => name === "zpool_checkpoint" && word === "disabled"))
        return (
            <p>
                {_("There is no way back: this pool takes no checkpoint before zpool_checkpoint is enabled.")}
            </p>
        );
    return now ? <TakeCheckpoint entry={now} /> : null;
};
