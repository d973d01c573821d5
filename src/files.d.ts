// Styles are imported for their effect; esbuild makes one style sheet of them.
declare module "*.scss";
declare module "*.css";

// Cockpit's own way to write dates.
declare module "timeformat" {
    /** "3 days ago"; milliseconds since 1970 */
    export function distanceToNow(time: number): string;
    export function dateTimeSeconds(time: number): string;
}

// PatternFly has types for the other form of this file only.
declare module "@patternfly/react-styles/css/components/Tabs/tabs.mjs" {
    export { default } from "@patternfly/react-styles/css/components/Tabs/tabs";
}

// Cockpit's place for the one dialog that is open.
declare module "dialogs" {
    import type { ReactNode } from "react";

    export interface Dialogs {
        show(dialog: ReactNode): void;
        close(): void;
    }
    /** Gives the dialogs of the nearest `WithDialogs` around. */
    export function useDialogs(): Dialogs;
    export function WithDialogs(props: { readonly children: ReactNode }): ReactNode;
}
