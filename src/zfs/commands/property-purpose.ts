/** Properties that are set, inherited, or set back to what a stream brought, for one dataset or many. */
export interface PropertyPurpose {
    readonly kind: "setProperties" | "inheritProperty" | "revertProperty";
    readonly properties: readonly string[];
    readonly datasets: readonly string[];
}
