// Styles are imported for their effect; esbuild makes one style sheet of them.
declare module "*.scss";

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
