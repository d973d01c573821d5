#!/usr/bin/env node
// @ts-check
// Builds the page: node build.js [--watch] [--outdir DIST] [--metafile FILE] [--budget KB]
//
// NODE_ENV=development keeps the code readable, skips the size budget and compresses nothing. A production build is a
// function of the sources alone: built twice, it is the same to the byte. --metafile keeps what esbuild tells of the
// bundle: what each file is made from, for its analyser at https://esbuild.github.io/analyze/. --budget sets what the
// first page may weigh together.
import fs from "node:fs";
import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import zlib from "node:zlib";

import esbuild from "esbuild";

import { cockpitPoEsbuildPlugin } from "./pkg/lib/cockpit-po-plugin.js";
import { cleanPlugin } from "./pkg/lib/esbuild-cleanup-plugin.js";
import { esbuildStylesPlugins } from "./pkg/lib/esbuild-common.js";
import { notices } from "./tools/notices.js";

const { values: options } = parseArgs({
    options: {
        watch: { type: "boolean", default: false },
        outdir: { type: "string", default: "dist" },
        metafile: { type: "string" },
        budget: { type: "string", default: "300" },
    },
});
const production = process.env.NODE_ENV !== "development";
// as esbuild names its outputs
const outdir = path.relative(".", options.outdir);

/** What the first page may weigh, gzipped, in kB of 1000 bytes: Cockpit serves without cache, so every opening pays. */
const budget = { js: 240, css: 140, together: Number(options.budget) };

/** @typedef {import("esbuild").Metafile["outputs"]} Outputs */

/** From how many files it may be put together: each goes through the bridge by itself, and on a slow host takes its time. */
const mostFiles = 8;

/** @type {import("esbuild").Plugin} */
const copyStatic = {
    name: "copy-static",
    setup(build) {
        build.onEnd(() => {
            for (const file of ["src/index.html", "manifest.json"])
                fs.copyFileSync(file, path.join(outdir, path.basename(file)));
        });
    },
};

/**
 * Takes the texts without a translation out of what the plugin for translations wrote: the page shows such a text as it
 * is, and each opening would carry it.
 * @type {import("esbuild").Plugin}
 */
const dropUntranslated = {
    name: "drop-untranslated",
    setup(build) {
        build.onEnd(() => {
            if (!fs.existsSync(outdir)) return;
            for (const name of fs.readdirSync(outdir).filter((file) => /^po\..*\.js$/.test(file))) {
                const file = path.join(outdir, name);
                const text = fs.readFileSync(file, "utf8");
                fs.writeFileSync(
                    file,
                    text.replace(/,\n "(?:[^"\\]|\\.)*": \[\n {2}null(?:,\n {2}"")+\n \]/g, ""),
                );
            }
        });
    },
};

/**
 * What style sheets were made from: Sass reads files that esbuild never hears of.
 * @type {Set<string>}
 */
const styleFiles = new Set();

/**
 * A plugin, and the files that its results were made from noted in `styleFiles`.
 * @param {import("esbuild").Plugin} plugin
 * @returns {import("esbuild").Plugin}
 */
const noting = (plugin) => ({
    ...plugin,
    setup: (build) =>
        plugin.setup({
            ...build,
            onLoad: (options, load) =>
                build.onLoad(options, async (args) => {
                    const result = await load(args);
                    for (const file of result?.watchFiles ?? [])
                        styleFiles.add(path.relative(".", file).replaceAll(path.sep, "/"));
                    return result;
                }),
        }),
});

/**
 * Writes the notices of all that is in the bundle.
 * @param {Outputs} outputs
 */
function writeNotices(outputs) {
    const bundled = Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs));
    fs.writeFileSync(path.join(outdir, "packages.LEGAL.txt"), notices([...bundled, ...styleFiles]));
}

/**
 * The files that the browser loads to show the first page: the entry and what it imports without waiting for a click.
 * @param {Outputs} outputs
 */
function firstPage(outputs) {
    const seen = new Set();
    const visit = (/** @type {string} */ name) => {
        if (seen.has(name)) return;
        seen.add(name);
        for (const { path, kind } of outputs[name]?.imports ?? [])
            if (kind === "import-statement") visit(path);
    };
    visit(`${outdir}/index.js`);
    seen.add(`${outdir}/index.css`);
    return seen;
}

/**
 * Puts each script and style sheet in its compressed form: Cockpit sends what it finds so as it is, and compresses
 * nothing by itself. Gives the bytes of each.
 */
function compress() {
    const names = fs.readdirSync(outdir).filter((name) => /\.(?:js|css)$/.test(name));
    return new Map(
        names.sort().map((name) => {
            const file = path.join(outdir, name);
            const compressed = zlib.gzipSync(fs.readFileSync(file), { level: 9 });
            fs.writeFileSync(`${file}.gz`, compressed);
            fs.rmSync(file);
            return [file, compressed.length];
        }),
    );
}

/**
 * Prints what each file weighs; throws when the first page is over its budget, or in too many pieces.
 * @param {Outputs} outputs
 * @param {ReadonlyMap<string, number>} sizes the bytes of each file
 */
function checkBudget(outputs, sizes) {
    const first = firstPage(outputs);
    const sums = { js: 0, css: 0, together: 0 };
    for (const [name, size] of sizes) {
        if (first.has(name)) {
            sums[name.endsWith(".js") ? "js" : "css"] += size;
            sums.together += size;
        }
        const note = first.has(name) ? "" : name in outputs ? "  (later)" : "  (translation)";
        console.log(`${name.padEnd(36)}${(size / 1000).toFixed(1).padStart(8)} kB${note}`);
    }
    for (const what of /** @type {const} */ (["js", "css", "together"])) {
        const line = `${(sums[what] / 1000).toFixed(1).padStart(8)} kB of ${budget[what]} kB`;
        console.log(`${`first page, ${what}`.padEnd(36)}${line}`);
        if (sums[what] > budget[what] * 1000)
            throw new Error(`The first page is over its budget: ${what} ${line.trim()}`);
    }
    console.log(`${"first page, files".padEnd(36)}${String(first.size).padStart(8)} of ${mostFiles}`);
    if (first.size > mostFiles)
        throw new Error(`The first page is in too many pieces: ${first.size} files of ${mostFiles}`);
}

/**
 * Beside each lazy chunk esbuild writes a style sheet that nothing loads: the entry's holds all styles.
 * @param {Outputs} outputs
 */
function dropUnusedStyles(outputs) {
    for (const name of Object.keys(outputs)) {
        if (!name.endsWith(".css") || name === `${outdir}/index.css`) continue;
        fs.rmSync(name);
        delete outputs[name];
    }
}

/** @type {import("esbuild").Plugin} */
const report = {
    name: "report",
    setup(build) {
        build.onEnd(({ errors, metafile }) => {
            if (errors.length > 0 || !metafile || !production) return;
            if (options.metafile) fs.writeFileSync(options.metafile, JSON.stringify(metafile));
            dropUnusedStyles(metafile.outputs);
            writeNotices(metafile.outputs);
            checkBudget(metafile.outputs, compress());
        });
    },
};

const context = await esbuild.context({
    entryPoints: { index: "src/index.tsx" },
    outdir,
    bundle: true,
    format: "esm",
    splitting: true,
    target: ["es2022"],
    jsx: "automatic",
    jsxDev: !production,
    minify: production,
    sourcemap: production ? false : "linked",
    legalComments: production ? "external" : "inline",
    chunkNames: "chunk-[name]-[hash]",
    define: { "process.env.NODE_ENV": JSON.stringify(production ? "production" : "development") },
    loader: { ".woff2": "empty" },
    external: ["*.woff", "*.woff2", "*.jpg", "*.svg", "../../assets*"],
    nodePaths: ["pkg/lib"],
    metafile: true,
    logLevel: "info",
    plugins: [
        cleanPlugin({ outdir }),
        ...esbuildStylesPlugins.map(noting),
        cockpitPoEsbuildPlugin(),
        dropUntranslated,
        copyStatic,
        report,
    ],
});

if (options.watch) {
    await context.watch();
} else {
    try {
        await context.rebuild();
    } catch (error) {
        // esbuild has printed its own errors already
        if (!(error instanceof Error && "errors" in error)) console.error(String(error));
        process.exitCode = 1;
    }
    await context.dispose();
}
