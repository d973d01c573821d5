// Every process that the page starts on the host begins here.
import cockpit from "cockpit";

/** Whose rights a process has. */
export interface Rights {
    readonly superuser?: "try" | "require";
}

/** Administrative access where the person has it, in any case, or the rights of the person alone. */
export const asAdmin: Rights = { superuser: "try" };
export const asRoot: Rights = { superuser: "require" };
export const asPerson: Rights = {};

/*
 * Cockpit's own type accepts any misspelt option in silence, so nobody else hands it any. With plain C for a locale, ZFS
 * cuts its JSON off at the first byte that is not ASCII, and exits 0; text output has dates without a zone.
 */
const options: { readonly err: "message"; readonly environ: string[] } = {
    err: "message",
    environ: ["LC_ALL=C.UTF-8", "TZ=UTC"],
};

/**
 * Starts a process whose output is text in UTF-8; what it says on standard error is told when it fails.
 *
 * @param argv the program and its arguments, never a shell string
 */
export const spawnText = (argv: readonly string[], rights: Rights) =>
    cockpit.spawn([...argv], { ...options, ...rights });

/** The same for input and output of any bytes. */
export const spawnBytes = (argv: readonly string[], rights: Rights) =>
    cockpit.spawn([...argv], { ...options, ...rights, binary: true });
