// Types for the parts of Cockpit's pkg/lib that are plain JavaScript.
declare module "superuser" {
    interface Superuser {
        /** null: not known yet; false: limited access; true: administrative access */
        readonly allowed: boolean | null;
        addEventListener(event: "changed" | "reconnect", callback: () => void): void;
        removeEventListener(event: "changed" | "reconnect", callback: () => void): void;
    }
    export const superuser: Superuser;
}
