import {
    Card,
    CardBody,
    CardHeader,
    CardTitle,
} from "@patternfly/react-core/dist/esm/components/Card/index.js";
import { Label } from "@patternfly/react-core/dist/esm/components/Label/index.js";
import { useId } from "react";

import { _, format, ngettext } from "../../i18n.ts";
import { formatRoute } from "../../routes.ts";
import { FactList } from "../../ui/fact-list.tsx";
import { ReasonedButton } from "../../ui/reasoned-button.tsx";
import { ReasonedMenu } from "../../ui/reasoned-menu.tsx";
import type { KeyBoot } from "../../zfs/key-boot.ts";
import { mountedOf, openedBy } from "../../zfs/key-map.ts";
import type { KeyRoot } from "../../zfs/key-map.ts";
import type { KeyAction, KeyOffer } from "../../zfs/key-offers.ts";

import { actionHelp, actionText, bootText, keyStatusText, reasonText } from "./key-map-text.ts";
import { KeyMembers } from "./key-members.tsx";
import { keyFormatText, keyLocationText } from "./key-text.ts";

/** What is known of a root besides itself, and what can be done. */
export interface KeyContext {
    readonly bootOf: (root: KeyRoot) => KeyBoot | undefined;
    readonly offersOf: (root: KeyRoot) => readonly KeyOffer[];
    /** Why nothing can be done now. */
    readonly obstacle: string | undefined;
    readonly onAction: (action: KeyAction, root: KeyRoot) => void;
}

/** Encryption roots as they lie in each other. */
export const KeyTree = ({
    roots,
    context,
}: {
    readonly roots: readonly KeyRoot[];
    readonly context: KeyContext;
}) => (
    <ul className="zfs-key-tree">
        {roots.map((root) => (
            <li key={root.dataset.guid}>
                <KeyCard root={root} context={context} />
                {root.below.length > 0 && <KeyTree roots={root.below} context={context} />}
            </li>
        ))}
    </ul>
);

/** The key of an encryption root: its state, where it comes from, and what it opens. */
const KeyCard = ({ root, context }: { readonly root: KeyRoot; readonly context: KeyContext }) => {
    const title = useId();
    const { obstacle, onAction } = context;
    const { name, keyStatus, keyFormat, keyLocation, encryption } = root.dataset;
    const offers = context.offersOf(root);
    const isOffered = (action: KeyAction) =>
        offers.some((offer) => offer.action === action && offer.reason === undefined);
    return (
        <Card isCompact component="section" aria-labelledby={title}>
            <CardHeader
                actions={{
                    hasNoOffset: true,
                    actions: (
                        <>
                            {isOffered("load") && (
                                <ReasonedButton
                                    variant="primary"
                                    aria-label={format(_("Load the key of $0"), name)}
                                    reason={obstacle}
                                    onClick={() => onAction("load", root)}
                                >
                                    {_("Load the key…")}
                                </ReasonedButton>
                            )}
                            <ReasonedMenu
                                label={format(_("Actions for the key of $0"), name)}
                                hasDots
                                reason={obstacle}
                                choices={offers.map(({ action, reason }) => ({
                                    id: action,
                                    title: actionText(action),
                                    ...withHelp(actionHelp(action)),
                                    reason: reason && reasonText(reason),
                                }))}
                                onChoose={(action) => onAction(action, root)}
                            />
                        </>
                    ),
                }}
            >
                <CardTitle id={title}>
                    <a href={formatRoute({ screen: "datasets", dataset: name, tab: "keys" })}>{name}</a>{" "}
                    <KeyLabel status={keyStatus} />
                </CardTitle>
            </CardHeader>
            <CardBody>
                <FactList
                    isHorizontal
                    horizontalTermWidthModifier={{ default: "12ch" }}
                    aria-label={format(_("Key of $0"), name)}
                    facts={[
                        [_("Key"), keyFormat === undefined ? "" : keyFormatText(keyFormat)],
                        [_("Kept"), keyLocationText(keyLocation)],
                        [_("At boot"), bootText(context.bootOf(root))],
                        [_("Cipher"), encryption],
                        [_("Opens"), <KeyMembers key={name} root={root} summary={opensText(root)} />],
                    ]}
                />
            </CardBody>
        </Card>
    );
};

const withHelp = (help: string | undefined) => (help === undefined ? {} : { help });

const KeyLabel = ({ status }: { readonly status: string | undefined }) => {
    const known = ({ available: "success", unavailable: "warning" } as const)[status ?? ""];
    return (
        <Label isCompact variant="outline" {...(known && { status: known })}>
            {keyStatusText(status)}
        </Label>
    );
};

/** "4 datasets, 3 of them mounted" */
function opensText(root: KeyRoot): string {
    const count = openedBy(root).length;
    const mounted = mountedOf(root).length;
    return ngettext("$0 dataset, $1 mounted", "$0 datasets, $1 mounted", count, mounted);
}
