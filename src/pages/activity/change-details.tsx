import { Modal, ModalBody, ModalHeader } from "@patternfly/react-core/dist/esm/components/Modal/index.js";

import { _, format } from "../../i18n.ts";
import { CommandLine } from "../../ui/command-line.tsx";
import { absoluteTime } from "../../ui/dates.ts";
import { FactList } from "../../ui/fact-list.tsx";
import { RawText } from "../../ui/raw-text.tsx";
import { personOf } from "../../zfs/audit.ts";
import type { Change } from "../../zfs/audit.ts";
import { shellQuote } from "../../zfs/shell-quote.ts";
import { usePoolNames } from "../use-pool-names.ts";

import { ChangeState } from "./change-state.tsx";
import { durationText, endText, originText, personText, stateExplanation } from "./change-words.ts";

interface ChangeDetailsProps {
    readonly id: number;
    /** Undefined when there is no such change. */
    readonly change: Change | undefined;
    readonly onClose: () => void;
}

/** All that is recorded of one change. */
export const ChangeDetails = ({ id, change, onClose }: ChangeDetailsProps) => {
    const title = format(_("Change $0"), id);
    return (
        <Modal isOpen variant="medium" aria-label={title} onClose={onClose}>
            <ModalHeader title={title} />
            <ModalBody className="zfs-stack">
                {change ? <Details change={change} /> : <p>{_("It is not recorded, or not any more.")}</p>}
            </ModalBody>
        </Modal>
    );
};

const Details = ({ change }: { readonly change: Change }) => {
    const { argv, state, time, ended, loginuid, origin, pools, error } = change;
    const person = personText(personOf(change));
    const poolName = usePoolNames();
    return (
        <>
            <CommandLine line={shellQuote(argv)} />
            <FactList
                orientation={{ md: "horizontal" }}
                className="zfs-details"
                facts={[
                    [
                        _("Outcome"),
                        <>
                            <ChangeState change={change} />
                            {stateExplanation(state) && <div>{stateExplanation(state)}</div>}
                        </>,
                    ],
                    [_("What ZFS said"), error && <RawText text={error} />],
                    [_("End"), endText(change)],
                    [_("Began"), absoluteTime(time)],
                    [_("Ended"), ended !== undefined && absoluteTime(ended)],
                    [_("Took"), durationText(change)],
                    [
                        _("Person"),
                        loginuid === undefined ? person : format(_("$0 (login id $1)"), person, loginuid),
                    ],
                    [_("Asked for in"), origin !== undefined && originText(origin)],
                    [
                        _("Pools"),
                        pools.length > 0 &&
                            pools.map((guid) => (
                                <div key={guid}>{format(_("$0 (guid $1)"), poolName(guid), guid)}</div>
                            )),
                    ],
                ]}
            />
        </>
    );
};
