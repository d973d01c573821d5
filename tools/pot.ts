// tools/pot.ts FILE
//
// Writes the template for translators: every text of the page, without a translation.
import fs from "node:fs";
import path from "node:path";
import process from "node:process";

import gettextParser from "gettext-parser";
import type { Catalogue, Translation } from "gettext-parser";

import { allTexts } from "./texts.ts";

const [file = ""] = process.argv.slice(2);

const entries = allTexts().map(({ text, many, files }): [string, Translation] => [
    text,
    {
        msgid: text,
        ...(many === undefined ? {} : { msgid_plural: many }),
        msgstr: many === undefined ? [""] : ["", ""],
        comments: { reference: files.join("\n") },
    },
]);

const template: Catalogue = {
    charset: "utf-8",
    headers: {
        "Project-Id-Version": "zfsadmin",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=INTEGER; plural=EXPRESSION;",
    },
    translations: { "": Object.fromEntries(entries) },
};

fs.mkdirSync(path.dirname(file), { recursive: true });
fs.writeFileSync(file, `${gettextParser.po.compile(template).toString()}\n`);
console.log(`${entries.length} texts in ${file}`);
