import { FormGroup } from "@patternfly/react-core/dist/esm/components/Form/index.js";
import { TextInput } from "@patternfly/react-core/dist/esm/components/TextInput/index.js";

import { _ } from "../../i18n.ts";
import { FieldHelp } from "../../ui/field-help.tsx";
import type { ImportChoices } from "../../zfs/commands/import.ts";
import type { PoolNameProblem } from "../../zfs/names.ts";
import { poolNameText } from "../name-text.ts";

interface ImportFieldsProps {
    /** The id of the first field. */
    readonly id: string;
    readonly choices: ImportChoices;
    /** What is wrong with the name. */
    readonly problem: PoolNameProblem | undefined;
    /** The folder is one. */
    readonly isPlaced: boolean;
    readonly onChoose: (news: Partial<ImportChoices>) => void;
}

/** What is typed for an import: a name, and the folder below which everything is mounted. */
export const ImportFields = ({ id, choices, problem, isPlaced, onChoose }: ImportFieldsProps) => (
    <>
        <FormGroup label={_("Name")} fieldId={id}>
            <TextInput
                id={id}
                value={choices.name}
                autoComplete="off"
                spellCheck={false}
                validated={problem ? "error" : "default"}
                aria-describedby={`${id}-help`}
                onChange={(_event, name) => onChoose({ name })}
            />
            <FieldHelp
                id={`${id}-help`}
                isError={problem !== undefined}
                text={problem ? poolNameText(problem) : _("Another name is kept from now on.")}
            />
        </FormGroup>
        <FormGroup label={_("Mount below")} fieldId={`${id}-altroot`}>
            <TextInput
                id={`${id}-altroot`}
                value={choices.altroot ?? ""}
                placeholder="/"
                validated={isPlaced ? "default" : "error"}
                aria-describedby={`${id}-altroot-help`}
                onChange={(_event, folder) => onChoose({ altroot: folder === "" ? undefined : folder })}
            />
            <FieldHelp
                id={`${id}-altroot-help`}
                isError={!isPlaced}
                text={
                    isPlaced
                        ? _(
                              "A folder such as /mnt, to look at a pool of another system. It is not imported at the next start.",
                          )
                        : _("It has to begin with a slash")
                }
            />
        </FormGroup>
    </>
);
