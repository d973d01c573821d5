import { isAccount } from "../backend/accounts.ts";
import { _ } from "../i18n.ts";

/** What the host has against the name of a user or group, at its field; undefined when it knows it. */
export async function unknownAccountText(kind: "user" | "group", name: string): Promise<string | undefined> {
    try {
        if (await isAccount(kind, name)) return undefined;
    } catch {
        return _("Whether this host knows it could not be found out");
    }
    return kind === "user" ? _("This host knows no such user") : _("This host knows no such group");
}
