import { Button } from "@patternfly/react-core/dist/esm/components/Button/index.js";
import { FormGroup } from "@patternfly/react-core/dist/esm/components/Form/index.js";

import { _, format } from "../../i18n.ts";
import { saveFile } from "../../ui/save-file.ts";
import { TextField } from "../../ui/text-field.tsx";
import { groupsOf, isTypedBack } from "../../zfs/new-key.ts";
import type { GeneratedKey as Generated } from "../../zfs/new-key.ts";

interface GeneratedKeyProps {
    readonly generated: Generated;
    /** What the key is for, which its file is called after. */
    readonly name: string;
    readonly onGenerated: (generated: Generated) => void;
}

/** A key made here: it is shown until the person has it elsewhere; then a piece of it is asked for. */
export const GeneratedKey = ({ generated, name, onGenerated }: GeneratedKeyProps) => {
    const { hex, piece, isSaved, typedBack } = generated;
    const groups = groupsOf(hex);
    if (isSaved) {
        const isWrong = typedBack.trim().length >= (groups[piece]?.length ?? 0) && !isTypedBack(generated);
        return (
            <>
                <TextField
                    label={format(_("Group $0 of the $1 groups of the key"), piece + 1, groups.length)}
                    value={typedBack}
                    help={_("Look it up where you saved the key, which is hidden here now.")}
                    problem={isWrong ? _("This is not that group of the key") : undefined}
                    onValue={(text) => onGenerated({ ...generated, typedBack: text })}
                />
                <div>
                    <Button
                        variant="link"
                        isInline
                        onClick={() => onGenerated({ ...generated, isSaved: false, typedBack: "" })}
                    >
                        {_("Show the key again")}
                    </Button>
                </div>
            </>
        );
    }
    const saved = () => onGenerated({ ...generated, isSaved: true });
    return (
        <FormGroup label={_("The new key")} role="group" fieldId="zfs-new-key">
            <code id="zfs-new-key" className="zfs-key" dir="ltr">
                {groups.map((group, index) => (
                    <span key={index}>{group}</span>
                ))}
            </code>
            <p>
                {_(
                    "Whoever has it can read everything, and without it everything is lost. It is kept nowhere: save it now, not on the disks that it protects.",
                )}
            </p>
            <div className="zfs-facts">
                <Button
                    variant="secondary"
                    onClick={() => {
                        saveFile(`${name.replaceAll("/", "_") || "zfs"}.key`, `${hex}\n`);
                        saved();
                    }}
                >
                    {_("Save as a file")}
                </Button>
                {/* a page that came without https has none */}
                {"clipboard" in navigator && (
                    <Button
                        variant="secondary"
                        onClick={() => void navigator.clipboard.writeText(hex).then(saved)}
                    >
                        {_("Copy")}
                    </Button>
                )}
                <Button variant="link" onClick={saved}>
                    {_("I wrote it down")}
                </Button>
            </div>
        </FormGroup>
    );
};
