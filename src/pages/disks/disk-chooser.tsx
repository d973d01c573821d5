// CHOOSING A DISK. Every dialog that gives a disk to a pool has this in it. The rules are in `zfs/disk-choice.ts`; here
// they are shown: a disk that cannot be chosen says why, and what is on a disk has to be ticked before it is overwritten.
import { Checkbox } from "@patternfly/react-core/dist/esm/components/Checkbox/index.js";
import { Radio } from "@patternfly/react-core/dist/esm/components/Radio/index.js";
import { useId } from "react";

import { _, format } from "../../i18n.ts";
import { contentOf, diskName, diskPath, mayOverwrite } from "../../zfs/disk-choice.ts";
import type { DiskOffer } from "../../zfs/disk-choice.ts";
import type { SpareOffer } from "../../zfs/spare-choice.ts";
import { shortName } from "../../zfs/vdevs.ts";

import { holdingsText } from "./disk-text.ts";
import { DiskWords, SpareWords } from "./disk-words.tsx";
import { UnknownDisks } from "./unknown-disks.tsx";
import type { DiskOffersState } from "./use-disk-offers.ts";

/** What the person chose. */
export interface DiskChoice {
    /** The path of the disk or spare. */
    readonly path?: string | undefined;
    /** What was on it (`contentOf`) when the person said that it may be overwritten. */
    readonly overwrites?: string | undefined;
}

/** The disk that was chosen, with all that had to be ticked; undefined while it is not. */
export function chosenOffer(state: DiskOffersState, { path, overwrites }: DiskChoice): DiskOffer | undefined {
    const offer = state.kind === "ready" ? offerAt(state.offers, path) : undefined;
    return offer && mayOverwrite(offer, overwrites) ? offer : undefined;
}

const offerAt = (offers: readonly DiskOffer[], path: string | undefined): DiskOffer | undefined =>
    offers.find(({ disk, obstacle }) => obstacle === undefined && diskPath(disk) === path);

/** The spare that was chosen; undefined while none is. */
export const chosenSpare = (spares: readonly SpareOffer[], choice: DiskChoice): SpareOffer | undefined =>
    spares.find(({ obstacle, path }) => obstacle === undefined && path === choice.path);

interface DiskChooserProps {
    readonly state: DiskOffersState;
    /** Spares of the pool that can be chosen as well. */
    readonly spares?: readonly SpareOffer[];
    readonly choice: DiskChoice;
    readonly onChoice: (choice: DiskChoice) => void;
}

/** Chooses one of the disks of the host, or a spare. */
export const DiskChooser = ({ state, spares = [], choice, onChoice }: DiskChooserProps) =>
    state.kind === "ready" ? (
        <Disks
            offers={state.offers.filter(({ disk }) => spares.every((spare) => spare.disk !== disk))}
            spares={spares}
            choice={choice}
            onChoice={onChoice}
        />
    ) : (
        <UnknownDisks state={state} />
    );

interface DisksProps extends Omit<Required<DiskChooserProps>, "state"> {
    readonly offers: readonly DiskOffer[];
}

const Disks = ({ offers, spares, choice, onChoice }: DisksProps) => {
    const group = useId();
    const chosen = offerAt(offers, choice.path);
    const hasNone = [...offers, ...spares].every(({ obstacle }) => obstacle !== undefined);
    return (
        <>
            {hasNone && <p>{_("No disk of this host is free for this.")}</p>}
            <ul className="zfs-disks" role="radiogroup" aria-label={_("Disks")}>
                {spares.map((spare) => (
                    <li key={spare.path} role="presentation">
                        <Radio
                            id={`${group}-${spare.path}`}
                            name={group}
                            label={shortName(spare.vdev)}
                            description={<SpareWords {...spare} />}
                            isDisabled={spare.obstacle !== undefined}
                            isChecked={spare === chosenSpare(spares, choice)}
                            onChange={() => onChoice({ path: spare.path })}
                        />
                    </li>
                ))}
                {offers.map((offer) => (
                    <li key={diskPath(offer.disk)} role="presentation">
                        <Radio
                            id={`${group}-${offer.disk.name}`}
                            name={group}
                            label={diskName(offer.disk)}
                            description={<DiskWords {...offer} />}
                            isDisabled={offer.obstacle !== undefined}
                            isChecked={offer === chosen}
                            onChange={() => onChoice({ path: diskPath(offer.disk) })}
                        />
                    </li>
                ))}
            </ul>
            {chosen && chosen.holdings.length > 0 && (
                <Checkbox
                    id={`${group}-overwrites`}
                    label={format(
                        _("Overwrite what is on $0: $1"),
                        diskName(chosen.disk),
                        holdingsText(chosen.holdings),
                    )}
                    isChecked={mayOverwrite(chosen, choice.overwrites)}
                    onChange={(_event, isWanted) =>
                        onChoice({ ...choice, overwrites: isWanted ? contentOf(chosen) : undefined })
                    }
                />
            )}
        </>
    );
};
