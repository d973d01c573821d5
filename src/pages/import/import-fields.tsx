import { _ } from "../../i18n.ts";
import { TextField } from "../../ui/text-field.tsx";
import type { ImportChoices } from "../../zfs/commands/import.ts";
import type { PoolNameProblem } from "../../zfs/names.ts";
import { noFolder, poolNameText } from "../name-text.ts";

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
        <TextField
            id={id}
            label={_("Name")}
            value={choices.name}
            help={_("A different name renames the pool for good.")}
            problem={problem && poolNameText(problem)}
            onValue={(name) => onChoose({ name })}
        />
        <TextField
            label={_("Mount below")}
            value={choices.altroot ?? ""}
            placeholder="/"
            help={_(
                "A folder such as /mnt, to look at a pool of another system. It is not imported at the next start.",
            )}
            problem={isPlaced ? undefined : noFolder()}
            onValue={(folder) => onChoose({ altroot: folder === "" ? undefined : folder })}
        />
    </>
);
