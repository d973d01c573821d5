/** The build: the same to the byte each time, held to its budget, and with a notice of all that it holds of others. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";

const root = resolve(__dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "zfsadmin-build-"));

/** Builds the page into a folder of its own, beside that with what esbuild tells of it. */
async function build(name: string, ...more: readonly string[]) {
    const to = ["--outdir", join(folder, name), "--metafile", join(folder, `${name}.json`)];
    const child = spawn("node", ["build.js", ...to, ...more], {
        cwd: root,
        env: { ...process.env, NODE_ENV: "production" },
        stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += String(chunk)));
    const [status] = (await once(child, "close")) as [number | null];
    return { status, said };
}

let one: Awaited<ReturnType<typeof build>>;
let two: typeof one;
beforeAll(async () => {
    // the second one is over its budget, which it is told when all is written
    [one, two] = await Promise.all([build("one"), build("two", "--budget", "100")]);
    if (one.status !== 0) throw new Error(one.said);
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true }));

const filesOf = (name: string) => readdirSync(join(folder, name)).sort();

test("a second build is the same to the byte", () => {
    expect(filesOf("one")).toContain("index.js.gz");
    expect(filesOf("two")).toEqual(filesOf("one"));
    const differing = filesOf("one").filter(
        (name) => !readFileSync(join(folder, "one", name)).equals(readFileSync(join(folder, "two", name))),
    );
    expect(differing).toEqual([]);
});

test("a first page over its budget fails, with what it weighs", () => {
    expect(one.said).toMatch(/^first page, together +\d+\.\d kB of 300 kB$/m);
    expect(two.status).toBe(1);
    expect(two.said).toMatch(/The first page is over its budget: together \d+\.\d kB of 100 kB/);
});

test("what Cockpit sends is compressed, since it compresses nothing itself", () => {
    expect(filesOf("one").filter((name) => /\.(js|css)$/.test(name))).toEqual([]);
    expect(filesOf("one")).toEqual(expect.arrayContaining(["index.html", "manifest.json", "index.css.gz"]));
});

test("the translations are those there are, and not a text without one", () => {
    const textsOf = (file: string): Readonly<Record<string, unknown>> => {
        const said: Readonly<Record<string, unknown>>[] = [];
        const run = new Function(
            "cockpit",
            gunzipSync(readFileSync(join(folder, "one", `${file}.gz`))).toString(),
        );
        run({ locale: (texts: Readonly<Record<string, unknown>>) => said.push(texts) });
        return said[0] ?? {};
    };
    const texts = textsOf("po.de.js");
    expect(texts["Overview"]).toEqual([null, "Überblick"]);
    expect(texts["$0 device"]).toEqual([null, "$0 Gerät", "$0 Geräte"]);
    expect(texts[""]).toMatchObject({ language: "de", "language-direction": "ltr" });
    expect(Object.values(texts)).not.toContainEqual(expect.arrayContaining([""]));
    expect(textsOf("po.manifest.de.js")["replication"]).toEqual([null, "replikation"]);
});

describe("the notices", () => {
    interface Metafile {
        readonly outputs: Readonly<Record<string, { readonly inputs: Readonly<Record<string, object>> }>>;
    }
    /** The npm packages that the bundle has files of, as esbuild says, and PatternFly's, which only Sass reads. */
    const bundled = () => {
        const { outputs } = JSON.parse(readFileSync(join(folder, "one.json"), "utf8")) as Metafile;
        const inputs = Object.values(outputs).flatMap((output) => Object.keys(output.inputs));
        const names = inputs.map((input) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1]);
        return new Set(["@patternfly/patternfly", ...names.filter((name) => name !== undefined)]);
    };
    const text = () => readFileSync(join(folder, "one/packages.LEGAL.txt"), "utf8");

    test("name every package of the bundle, with its version and licence", () => {
        expect(bundled()).toContain("@tanstack/virtual-core");
        const titles = [...text().matchAll(/^(\S+) \d\S+: (MIT|0BSD)$/gm)].map(([, name]) => name);
        expect(titles.sort()).toEqual([...bundled()].sort());
    });

    test("hold the text of the licences, and Cockpit's own words", () => {
        expect(text()).toContain("Copyright (c) Facebook, Inc. and its affiliates.");
        expect(text()).toContain("Copyright (c) 2021-present Tanner Linsley");
        expect(text()).toMatch(/^pkg\/lib of Cockpit \d+: LGPL-2.1-or-later AND GPL-3.0-or-later$/m);
        expect(text()).toMatch(/Copyright \(C\) 2014 Red Hat, Inc\.\n \*\n \* Cockpit is free software/);
        expect(text()).not.toContain(root);
    });

    test("are those of Debian's copyright file, too", () => {
        const copyright = readFileSync(join(root, "packaging/debian/copyright"), "utf8");
        const unnamed = [...bundled()].filter(
            (name) => !copyright.includes(name.replace(/^@patternfly\/.*/, "PatternFly")),
        );
        expect(unnamed).toEqual([]);
    });
});
