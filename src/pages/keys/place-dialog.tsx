import { Checkbox } from "@patternfly/react-core/dist/esm/components/Checkbox/index.js";
import { useId, useState } from "react";

import { _, format } from "../../i18n.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { FormDialog } from "../../ui/dialogs/form-dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { setKeyLocation, tryKey } from "../../zfs/commands/keys.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import { isKept } from "../../zfs/key-offers.ts";
import { checkLocation, locationValue } from "../../zfs/new-key.ts";

import { keyRefusal } from "./key-refusal.ts";
import { keyFormatText, locationText } from "./key-text.ts";
import { useChain } from "./use-chain.ts";

const kinds = ["prompt", "place"] as const;

/** Says where the key of an encryption root is found from now on; the key stays the same, and can be looked for there. */
export const PlaceDialog = ({ root }: { readonly root: Dataset }) => {
    const id = useId();
    const [kind, setKind] = useState<(typeof kinds)[number]>(isKept(root) ? "prompt" : "place");
    const [place, setPlace] = useState("");
    const [isTested, setTested] = useState(true);
    const problem = place === "" ? undefined : checkLocation(place);
    const location = kind === "prompt" ? "prompt" : locationValue(place);
    const isReady = kind === "prompt" || (place !== "" && problem === undefined);
    const tests = kind === "place" && isTested ? [tryKey(root, { kind: "elsewhere", location })] : [];
    const change = useChain(isReady ? [...tests, setKeyLocation(root, location)] : []);
    const refusal = kind === "place" && change.done === 0 ? keyRefusal(root.name, change.outcome) : undefined;
    return (
        <FormDialog
            {...change}
            line={isReady ? change.line : undefined}
            notice={refusal === undefined && change.notice}
            title={format(_("Where the key of $0 is kept"), root.name)}
            action={_("Change")}
            isReady={isReady}
            focus={id}
        >
            <p>{_("The key stays the same. Only where ZFS looks for it when it is loaded changes.")}</p>
            <ChoiceField
                id={id}
                label={_("When it is loaded")}
                value={kind}
                choices={kinds}
                text={(one) =>
                    one === "prompt" ? _("A person types it") : _("The host reads a file or an address")
                }
                onValue={setKind}
            />
            {kind === "place" && (
                <>
                    <TextField
                        label={_("File or address")}
                        value={place}
                        placeholder="/root/tank.key"
                        help={format(
                            _("It must hold the key of now: $0"),
                            keyFormatText(root.keyFormat ?? ""),
                        )}
                        problem={problem ? locationText(problem) : refusal}
                        onValue={setPlace}
                    />
                    <Checkbox
                        id={`${id}-test`}
                        label={_("First test whether the key is there")}
                        isChecked={isTested}
                        onChange={(_event, isChecked) => setTested(isChecked)}
                    />
                </>
            )}
        </FormDialog>
    );
};
