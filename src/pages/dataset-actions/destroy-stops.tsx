import { Alert } from "@patternfly/react-core/dist/esm/components/Alert/index.js";
import { Button } from "@patternfly/react-core/dist/esm/components/Button/index.js";
import { useDialogs } from "dialogs";
import type { ReactElement } from "react";

import { _, format, ngettext } from "../../i18n.ts";
import { firstOf } from "../../ui/first-of.ts";
import { Points } from "../../ui/points.tsx";
import type { Dataset } from "../../zfs/dataset.ts";
import type { DestroyStops as Stops } from "../../zfs/destroy-plan.ts";
import { holderLines } from "../pool/contents-text.ts";

import { heldLine } from "./destroy-text.ts";

/** Lines that are named; the rest is counted. */
const shown = 10;

interface DestroyStopsProps {
    readonly stops: Stops;
    /** The person ended something, and wants it looked at again. */
    readonly onLook: () => void;
    /** What is shown instead, to deal with a clone. */
    readonly dialogFor: (clone: Dataset, way: "promote" | "destroy") => ReactElement;
}

/** What keeps datasets from being destroyed, each with the way out; nothing where nothing does. */
export const DestroyStops = ({ stops: { held, clones, uses }, onLook, dialogFor }: DestroyStopsProps) => {
    const users = uses ? holderLines(uses) : [];
    return (
        <>
            {held.length > 0 && (
                <Stop
                    title={ngettext(
                        "$0 snapshot is held: release it first",
                        "$0 snapshots are held: release them first",
                        held.length,
                    )}
                    lines={held.map(heldLine)}
                    onLook={onLook}
                />
            )}
            {clones.length > 0 && <Clones clones={clones} dialogFor={dialogFor} />}
            {users.length > 0 && (
                <Stop title={_("It is in use: end this first")} lines={users} onLook={onLook} />
            )}
        </>
    );
};

interface StopProps {
    readonly title: string;
    readonly lines: readonly string[];
    readonly onLook: () => void;
}

const Stop = ({ title, lines, onLook }: StopProps) => (
    <Alert
        component="p"
        variant="warning"
        isInline
        title={title}
        actionLinks={
            <Button variant="link" isInline onClick={onLook}>
                {_("Look again")}
            </Button>
        }
    >
        <Points points={firstOf(lines, shown)} label={title} />
    </Alert>
);

/** Clones that stay are dealt with one by one: each keeps what it shares, as its own, or goes before. */
const Clones = ({ clones, dialogFor }: Pick<DestroyStopsProps, "dialogFor"> & Pick<Stops, "clones">) => {
    const dialogs = useDialogs();
    const open = (dialog: ReactElement) => {
        dialogs.close();
        dialogs.show(dialog);
    };
    return (
        <Alert
            component="p"
            variant="warning"
            isInline
            title={ngettext(
                "$0 clone elsewhere is made of its snapshots: promote or destroy it first",
                "$0 clones elsewhere are made of its snapshots: promote or destroy them first",
                clones.length,
            )}
        >
            <ul className="zfs-points">
                {clones.map((clone) => (
                    <li key={clone.name}>
                        {format(_("$0, of $1"), clone.name, clone.origin ?? "")}{" "}
                        <Button variant="link" isInline onClick={() => open(dialogFor(clone, "promote"))}>
                            {format(_("Promote $0…"), clone.name)}
                        </Button>{" "}
                        <Button
                            variant="link"
                            isInline
                            isDanger
                            onClick={() => open(dialogFor(clone, "destroy"))}
                        >
                            {format(_("Destroy $0…"), clone.name)}
                        </Button>
                    </li>
                ))}
            </ul>
        </Alert>
    );
};
