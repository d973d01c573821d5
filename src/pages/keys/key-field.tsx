import { _, format } from "../../i18n.ts";
import { TextField } from "../../ui/text-field.tsx";
import type { KeyRoot, KeySource } from "../../zfs/encryption.ts";
import { isKey } from "../../zfs/encryption.ts";
import { noFolder } from "../name-text.ts";

interface KeyFieldProps {
    readonly root: KeyRoot;
    readonly source: KeySource;
    readonly typed: string;
    /** The id of the field. */
    readonly focus: string | undefined;
    readonly isBusy: boolean;
    readonly onType: (text: string) => void;
}

/** Where a key comes from: a field for it, or what ZFS reads it from. */
export const KeyField = ({ root: { keyformat }, source, typed, focus, isBusy, onType }: KeyFieldProps) => {
    const field = { value: typed, onValue: onType, ...(focus !== undefined && { id: focus }) };
    switch (source.kind) {
        case "typed":
            return (
                <TextField
                    {...field}
                    type="password"
                    label={keyformat === "hex" ? _("Key") : _("Passphrase")}
                    help={keyformat === "hex" ? _("64 hexadecimal digits") : undefined}
                    problem={
                        typed === "" || isBusy || isKey(typed, keyformat)
                            ? undefined
                            : _("A key is 64 hexadecimal digits")
                    }
                />
            );
        case "named":
            return (
                <TextField
                    {...field}
                    label={_("File on this host that holds the key")}
                    placeholder="/…"
                    help={_("The key is raw: 32 bytes that nobody can type.")}
                    problem={typed === "" || typed.startsWith("/") ? undefined : noFolder()}
                />
            );
        case "file":
            return <p>{format(_("The key is read from the file $0 on this host."), source.path)}</p>;
        case "address":
            return <p>{format(_("This host fetches the key from $0."), source.url)}</p>;
    }
};
