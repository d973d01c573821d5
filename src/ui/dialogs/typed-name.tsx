import { _, format } from "../../i18n.ts";
import { TextField } from "../text-field.tsx";

interface TypedNameProps {
    /** The name that has to be typed. */
    readonly name: string;
    readonly typed: string;
    readonly onType: (text: string) => void;
}

/** Wants a name typed, so that nobody confirms out of habit what cannot be undone. */
export const TypedName = ({ name, typed, onType }: TypedNameProps) => (
    <TextField label={format(_("Type $0 to confirm"), name)} value={typed} onValue={onType} />
);
