// Types for what we use of gettext-parser, which has none.
declare module "gettext-parser" {
    export interface Translation {
        readonly msgid: string;
        readonly msgid_plural?: string;
        readonly msgstr: readonly string[];
        readonly comments?: { readonly reference?: string; readonly flag?: string };
    }
    export interface Catalogue {
        readonly charset: string;
        readonly headers: Readonly<Record<string, string>>;
        /** by context, then by text */
        readonly translations: Readonly<Record<string, Readonly<Record<string, Translation>>>>;
    }
    interface Parser {
        readonly po: {
            parse(text: string): Catalogue;
            compile(catalogue: Catalogue, options?: { readonly foldLength: number }): Buffer;
        };
    }
    const parser: Parser;
    export default parser;
}
