// The licence notices of what the built page holds of others. esbuild keeps those comments alone that ask for it, and
// most packages have their licence in a file beside the code: so they are gathered here, from what was really bundled.
import fs from "node:fs";
import path from "node:path";

const rule = "=".repeat(78);

/** The folder of the npm package that a file belongs to ("node_modules/@tanstack/react-virtual"), undefined for others. */
const packageFolder = (file) => /^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0];

const isOfCockpit = (file) => file.startsWith("pkg/lib/");

/** What a package says of its licence: the file with the text, else what package.json says. */
function licenceOf(folder) {
    const about = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8"));
    const file = fs
        .readdirSync(folder)
        .sort()
        .find((name) => /^(licen[cs]e|copying)(\.\w+)?$/i.test(name));
    const text = file && fs.readFileSync(path.join(folder, file), "utf8").replaceAll("\r\n", "\n").trim();
    const licence = about.license ?? "no licence named";
    return {
        title: `${about.name} ${about.version}: ${licence}`,
        text: text ?? `No more is said than: ${licence}`,
    };
}

/** The comments about copyright with which files of Cockpit begin, each once. */
function cockpitHeaders(files) {
    const comments = files.map((file) => /^\s*\/\*.*?\*\//s.exec(fs.readFileSync(file, "utf8"))?.[0].trim());
    return [...new Set(comments.filter((comment) => comment && /copyright|spdx/i.test(comment)))].sort();
}

/**
 * The notices of every package that one of the files is from, and of Cockpit's pkg/lib, as text. The same files give the
 * same text, in whatever order. Packages with the same text share it.
 */
export function notices(files) {
    const folders = [...new Set(files.map(packageFolder).filter(Boolean))].sort();
    const byText = new Map();
    for (const { title, text } of folders.map(licenceOf))
        byText.set(text, [...(byText.get(text) ?? []), title]);
    const [cockpit = ""] = fs.readFileSync("pkg/lib/.pin", "utf8").split(" ");
    const parts = [
        [
            `pkg/lib of Cockpit ${cockpit}: LGPL-2.1-or-later AND GPL-3.0-or-later`,
            ["Its files begin with:", ...cockpitHeaders(files.filter(isOfCockpit))].join("\n\n"),
        ],
        ...[...byText].map(([text, titles]) => [titles.join("\n"), text]),
    ];
    const head = "This page holds parts of the following, under the terms that each of them has.\n";
    return head + parts.map(([title, text]) => `\n${rule}\n${title}\n${rule}\n\n${text}\n`).join("");
}
