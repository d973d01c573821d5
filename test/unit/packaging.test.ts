/** The packages: one name and one version everywhere, and exactly these files, at these places. */
import { execFileSync } from "node:child_process";
import {
    mkdirSync,
    mkdtempSync,
    readFileSync,
    readdirSync,
    readlinkSync,
    rmSync,
    statSync,
    writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";

const root = resolve(__dirname, "../..");
const read = (file: string) => readFileSync(join(root, file), "utf8");
const npm = JSON.parse(read("package.json")) as { name: string; version: string };

/** What the pattern's first group matches in a file; a file in which it matches nothing fails the test. */
function find(file: string, pattern: RegExp): string {
    const found = pattern.exec(read(file))?.[1];
    if (found === undefined) throw new Error(`${file} has nothing like ${pattern}`);
    return found;
}

test("Cockpit's name for the page is npm's name", () => {
    expect(find("org.zfsadmin.metainfo.xml", /<launchable type="cockpit-manifest">(.+)<\/launchable>/)).toBe(
        npm.name,
    );
});

test.each([
    ["packaging/debian/changelog", /^cockpit-zfsadmin \((.+?)\)/],
    ["org.zfsadmin.metainfo.xml", /<release version="(.+?)"/],
    ["packaging/rpm/cockpit-zfsadmin.spec", /^Version: +(.+)$/m],
    ["packaging/rpm/cockpit-zfsadmin.spec", /^%changelog\n.* - (.+)-1$/m],
    ["packaging/arch/PKGBUILD", /^pkgver=(.+)$/m],
])("%s has npm's version (%s)", (file, pattern) => {
    expect(find(file, pattern)).toBe(npm.version);
});

test.each([
    ["org.zfsadmin.metainfo.xml", /<project_license>(.+)<\/project_license>/],
    ["packaging/rpm/cockpit-zfsadmin.spec", /^License: +(.+)$/m],
    ["packaging/arch/PKGBUILD", /^license=\('(.+)'\)$/m],
])("%s declares the licences of all that the bundle holds", (file, pattern) => {
    expect(find(file, pattern)).toBe("LGPL-2.1-or-later AND GPL-3.0-or-later AND MIT");
});

describe("the install rules", () => {
    let folder: string;
    const make = (...args: string[]) =>
        execFileSync("make", ["-s", "-f", "packaging/install.mk", `DIST=${folder}/dist`, ...args], {
            cwd: root,
            env: { ...process.env, HOME: `${folder}/home`, XDG_DATA_HOME: "" },
            stdio: "pipe",
        });

    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), "zfsadmin-"));
        mkdirSync(`${folder}/dist/chunks`, { recursive: true });
        for (const file of ["index.html", "manifest.json", "chunks/pools.js"])
            writeFileSync(`${folder}/dist/${file}`, "");
    });
    afterEach(() => rmSync(folder, { recursive: true }));

    /** Every file below a folder with its mode, sorted. */
    function listing(top: string): string[] {
        return readdirSync(top, { recursive: true, withFileTypes: true })
            .filter((entry) => entry.isFile())
            .map((entry) => join(entry.parentPath, entry.name))
            .map((path) => `${(statSync(path).mode & 0o777).toString(8)} ${relative(top, path)}`)
            .sort();
    }

    test("install the page, the helper, its manual and the metainfo, and nothing else", () => {
        make("install", `DESTDIR=${folder}/to`, "PREFIX=/usr");
        const modules = readdirSync(join(root, "helper/zfsadmin")).filter((name) => name.endsWith(".py"));
        expect(modules).toContain("__main__.py");
        expect(listing(`${folder}/to/usr`)).toEqual(
            [
                "755 bin/zfsadmin",
                "644 share/cockpit/zfsadmin/chunks/pools.js",
                "644 share/cockpit/zfsadmin/index.html",
                "644 share/cockpit/zfsadmin/manifest.json",
                "644 share/man/man8/zfsadmin.8",
                "644 share/metainfo/org.zfsadmin.zfsadmin.metainfo.xml",
                ...modules.map((name) => `644 share/zfsadmin/zfsadmin/${name}`),
            ].sort(),
        );
        expect(readdirSync(`${folder}/to`)).toEqual(["usr"]);
    });

    test("give an installed helper that starts, with the system's Python and nobody's environment", () => {
        make("install", `DESTDIR=${folder}/to`, "PREFIX=/usr");
        const helper = `${folder}/to/usr/bin/zfsadmin`;
        expect(readFileSync(helper, "utf8").split("\n")[0]).toBe("#!/usr/bin/python3 -IS");
        const said = execFileSync(helper, ["version"], { encoding: "utf8" });
        expect(JSON.parse(said)).toMatchObject({ version: npm.version });
    });

    test("refuse when the page is not built", () => {
        rmSync(`${folder}/dist/manifest.json`);
        expect(() => make("install", `DESTDIR=${folder}/to`)).toThrow(/holds no built page/);
        expect(readdirSync(folder)).not.toContain("to");
    });

    test("link the page for a developer, twice if need be, and take the link away again", () => {
        const link = `${folder}/home/.local/share/cockpit/zfsadmin`;
        make("devel-install");
        make("devel-install");
        expect(readlinkSync(link)).toBe(`${folder}/dist`);
        make("devel-uninstall");
        expect(() => readlinkSync(link)).toThrow("ENOENT");
    });
});
