import { _, format } from "../../i18n.ts";
import { RadioField } from "../../ui/radio-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { looksLikeOption } from "../../zfs/commands/command.ts";
import { checkSetName } from "../../zfs/delegation.ts";
import type { Grantee } from "../../zfs/delegation.ts";

import { setNameText } from "./permission-text.ts";

/** To whom something will be granted, as far as it is typed. */
export interface GranteeDraft {
    readonly kind: Grantee["kind"];
    readonly name: string;
}

/** The grantee that was typed; undefined while it is none that ZFS could take. */
export function granteeOf({ kind, name }: GranteeDraft): Grantee | undefined {
    switch (kind) {
        case "user":
        case "group":
            return nameProblem(name) === undefined && name !== "" ? { kind, name } : undefined;
        case "set":
            return checkSetName(name) ? undefined : { kind, name };
        case "everyone":
        case "creator":
            return { kind };
    }
}

/** What no user or group can be called on the command line of zfs. */
function nameProblem(name: string): string | undefined {
    if (name === "") return undefined;
    if (looksLikeOption(name)) return _("It must not begin with a dash");
    return name.includes(",") ? format(_("ZFS takes no “$0” in a name"), ",") : undefined;
}

interface GranteeFieldsProps {
    readonly id: string;
    readonly draft: GranteeDraft;
    /** What the host says of the name. */
    readonly problem: string | undefined;
    readonly onDraft: (draft: GranteeDraft) => void;
}

/** Asks for whom a grant is, or what a new permission set is called. */
export const GranteeFields = ({ id, draft, problem, onDraft }: GranteeFieldsProps) => {
    if (draft.kind === "creator") return null;
    if (draft.kind === "set") {
        const wrong = draft.name === "@" ? undefined : checkSetName(draft.name);
        return (
            <TextField
                id={id}
                label={_("Name of the set")}
                value={draft.name}
                help={_("It begins with @, such as @backup.")}
                problem={wrong && setNameText(wrong)}
                onValue={(name) => onDraft({ ...draft, name })}
            />
        );
    }
    return (
        <>
            <RadioField
                id={`${id}-kind`}
                label={_("To whom")}
                isInline
                value={draft.kind}
                choices={["user", "group", "everyone"]}
                text={granteeKindText}
                onValue={(kind) => onDraft({ ...draft, kind })}
            />
            {draft.kind !== "everyone" && (
                <TextField
                    id={id}
                    label={draft.kind === "user" ? _("User") : _("Group")}
                    value={draft.name}
                    help={_("A name or a number that this host knows.")}
                    problem={nameProblem(draft.name) ?? problem}
                    onValue={(name) => onDraft({ ...draft, name })}
                />
            )}
        </>
    );
};

function granteeKindText(kind: "user" | "group" | "everyone"): string {
    switch (kind) {
        case "user":
            return _("A user");
        case "group":
            return _("A group");
        case "everyone":
            return _("Everyone");
    }
}
