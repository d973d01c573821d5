/** The translations: what of the page there is to translate, and that each language's file can be relied on. */
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";

import type { Catalogue, Translation } from "gettext-parser";

import { allTexts, textsIn } from "../../tools/texts.ts";

// programs are started, which on a busy machine takes its time
jest.setTimeout(60_000);

const root = resolve(__dirname, "../..");

/** Reads a file as the build does: what the build would stumble over is thrown. jest cannot load the parser itself. */
function readPo(file: string): Catalogue {
    const program = `import parser from "gettext-parser"; import fs from "node:fs";
        const text = fs.readFileSync(process.argv[1], "utf8").replace(/^#~.*\\n/gm, "");
        console.log(JSON.stringify(parser.po.parse(text, { defaultCharset: "utf8", validation: true })));`;
    const argv = ["--input-type=module", "--eval", program, file];
    const said = execFileSync("node", argv, { cwd: root, encoding: "utf8", maxBuffer: 2 ** 26 });
    return JSON.parse(said) as Catalogue;
}

/** What the page puts into a text, in no order: "$0" and "${0}" are the same. */
const placeholders = (text: string): string =>
    [...new Set([...text.matchAll(/\$\{?(\w+)\}?/g)].map(([, name]) => name))].sort().join();

describe("the texts to translate", () => {
    test("are those of the calls, with their plurals, wherever they stand", () => {
        const source = `
            const a = () => <p title={_("one")}>{ngettext("$0 disk", "$0 disks", n)}</p>;
            const b = /* _("not this") */ () => _("a \\"long\\" " + "text") + /"/.exec('_("nor this")');`;
        expect(textsIn("a.tsx", source)).toEqual([
            { text: "one" },
            { text: "$0 disk", many: "$0 disks" },
            { text: 'a "long" text' },
        ]);
    });

    test("must be written out", () => {
        expect(() => textsIn("a.ts", "\n_(text);")).toThrow(
            "a.ts:2: a text to translate must be written out",
        );
    });

    test("can all be found, those of Cockpit's library and of the manifest too", () => {
        const texts = new Map(allTexts().map((text) => [text.text, text]));
        expect(texts.size).toBeGreaterThan(1500);
        expect(texts.get("ZFS")?.files).toEqual(
            expect.arrayContaining(["src/app.tsx", "src/../manifest.json"]),
        );
        expect(texts.get("Internal error")?.files).toEqual(["pkg/lib/cockpit.js"]);
        expect(texts.get("$0 device")?.many).toBe("$0 devices");
    });
});

const languages = readdirSync(join(root, "po"))
    .filter((name) => name.endsWith(".po"))
    .map((name) => name.replace(/\.po$/, ""));

test("there are languages", () => expect(languages).toContain("de"));

describe.each(languages)("po/%s.po", (language) => {
    const { headers, translations } = readPo(`po/${language}.po`);
    const entries = Object.values(translations[""] ?? {}).filter(({ msgid }) => msgid !== "");
    const translated = entries.filter(({ msgstr }) => msgstr.some((text) => text !== ""));
    const formsOf = ({ msgid, msgid_plural }: Translation) => [msgid, msgid_plural ?? msgid];

    test("is in that language, and has something", () => {
        expect(headers["Language"]).toBe(language);
        expect(translated.length).toBeGreaterThan(0);
        expect(Object.keys(translations)).toEqual([""]);
    });

    test("says where each text is used, without which the build would leave it out", () => {
        expect(entries.filter(({ comments }) => !comments?.reference)).toEqual([]);
    });

    test("has as many plural forms as it says, and all of them are used", () => {
        const [, count = "", rule = ""] =
            /^nplurals=(\d); plural=([^;]*);?$/.exec(headers["Plural-Forms"] ?? "") ?? [];
        const formOf = new Function("n", `return Number(${rule})`) as (n: number) => number;
        const used = new Set(Array.from({ length: 1000 }, (_, n) => formOf(n)));
        expect([...used].sort()).toEqual(Array.from({ length: Number(count) }, (_, form) => form));
        for (const { msgid, msgid_plural, msgstr } of translated)
            expect([msgid, msgstr.length]).toEqual([msgid, msgid_plural === undefined ? 1 : Number(count)]);
    });

    test("has no plural without a form, and puts in what the page gives", () => {
        for (const entry of translated) {
            const allowed = formsOf(entry).map(placeholders);
            for (const text of entry.msgstr)
                expect([entry.msgid, allowed]).toEqual([
                    entry.msgid,
                    expect.arrayContaining([placeholders(text)]),
                ]);
            expect([entry.msgid, entry.msgstr.includes("")]).toEqual([entry.msgid, false]);
        }
    });
});
