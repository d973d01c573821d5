import { Button } from "@patternfly/react-core/dist/esm/components/Button/index.js";
import { Checkbox } from "@patternfly/react-core/dist/esm/components/Checkbox/index.js";
import { useId } from "react";

import { _, format, ngettext } from "../../i18n.ts";
import { contentOf, diskName, diskPath, mayOverwrite } from "../../zfs/disk-choice.ts";
import type { DiskOffer } from "../../zfs/disk-choice.ts";
import { emptyDisks, withAllEmpty, withTick } from "../../zfs/layout/selection.ts";
import type { Tick } from "../../zfs/layout/selection.ts";
import { holdingsText } from "../disks/disk-text.ts";
import { DiskWords } from "../disks/disk-words.tsx";
import { UnknownDisks } from "../disks/unknown-disks.tsx";

import type { Layout } from "./use-layout.ts";

/** Which disks? Each that cannot be chosen says why, and what is on one has to be ticked before it is overwritten. */
export const DisksStep = ({ layout }: { readonly layout: Layout }) =>
    layout.state.kind === "ready" ? (
        <Disks layout={layout} offers={layout.state.offers} />
    ) : (
        <UnknownDisks state={layout.state} />
    );

const Disks = ({ layout, offers }: { readonly layout: Layout; readonly offers: readonly DiskOffer[] }) => {
    const { ticks, selection, setTicks } = layout;
    const empty = emptyDisks(offers).length;
    return (
        <>
            {empty > 1 && (
                <div>
                    <Button variant="link" isInline onClick={() => setTicks(withAllEmpty(ticks, offers))}>
                        {ngettext("Choose the empty disk", "Choose all $0 empty disks", empty)}
                    </Button>
                </div>
            )}
            {offers.every(({ obstacle }) => obstacle !== undefined) && (
                <p>{_("No disk of this host is free for this.")}</p>
            )}
            <ul className="zfs-disk-table" aria-label={_("Disks")}>
                {selection.lost
                    .filter((path) => !offers.some(({ disk }) => diskPath(disk) === path))
                    .map((path) => (
                        <GoneRow
                            key={path}
                            path={path}
                            onGone={() => setTicks(withTick(ticks, path, false))}
                        />
                    ))}
                {offers.map((offer) => (
                    <DiskRow key={diskPath(offer.disk)} offer={offer} ticks={ticks} onTicks={setTicks} />
                ))}
            </ul>
        </>
    );
};

interface DiskRowProps {
    readonly offer: DiskOffer;
    readonly ticks: readonly Tick[];
    readonly onTicks: (ticks: readonly Tick[]) => void;
}

const DiskRow = ({ offer, ticks, onTicks }: DiskRowProps) => {
    const id = useId();
    const { disk, obstacle, holdings } = offer;
    const path = diskPath(disk);
    const tick = ticks.find((one) => one.path === path);
    const overwrite = (isAgreed: boolean) =>
        onTicks(
            ticks.map((one) =>
                one.path === path ? { path, overwrites: isAgreed ? contentOf(offer) : undefined } : one,
            ),
        );
    return (
        <li>
            <Checkbox
                id={id}
                label={diskName(disk)}
                description={<DiskWords {...offer} />}
                // one that was chosen and is in use by now can be given up
                isDisabled={obstacle !== undefined && !tick}
                isChecked={tick !== undefined}
                onChange={(_event, isTicked) => onTicks(withTick(ticks, path, isTicked))}
                {...(tick &&
                    obstacle === undefined &&
                    holdings.length > 0 && {
                        body: (
                            <Checkbox
                                id={`${id}-overwrites`}
                                label={format(
                                    _("Overwrite what is on $0: $1"),
                                    diskName(disk),
                                    holdingsText(holdings),
                                )}
                                isChecked={mayOverwrite(offer, tick.overwrites)}
                                onChange={(_event, isAgreed) => overwrite(isAgreed)}
                            />
                        ),
                    })}
            />
        </li>
    );
};

const GoneRow = ({ path, onGone }: { readonly path: string; readonly onGone: () => void }) => {
    const id = useId();
    return (
        <li>
            <Checkbox
                id={id}
                label={path}
                description={<strong>{_("It was chosen, and is not there any more.")}</strong>}
                isChecked
                onChange={onGone}
            />
        </li>
    );
};
