/** Properties that belong together, in their order: a title, and what it is for. */
export interface PropertyGroup {
    readonly id: string;
    readonly title: string;
    readonly words: Readonly<Record<string, readonly [title: string, help: string]>>;
}
