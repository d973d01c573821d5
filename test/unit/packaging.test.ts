/** The packages: one name and one version everywhere, and exactly these files, at these places. */
import { execFileSync, spawnSync } from "node:child_process";
import {
    copyFileSync,
    mkdirSync,
    mkdtempSync,
    readFileSync,
    readdirSync,
    readlinkSync,
    rmSync,
    statSync,
    symlinkSync,
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

test.each([
    ["packaging/debian/control", /^Depends: (.+)$/m, "cockpit-bridge (>= 287), python3 (>= 3.9), "],
    ["packaging/debian/control", /^Recommends: (.+)$/m, "zfsutils-linux"],
    ["packaging/rpm/cockpit-zfsadmin.spec", /^Requires: +(cockpit.+)$/m, "cockpit-bridge >= 287"],
    ["packaging/rpm/cockpit-zfsadmin.spec", /^Requires: +(python.+)$/m, "python3 >= 3.9"],
    ["packaging/rpm/cockpit-zfsadmin.spec", /^Recommends: +(.+)$/m, "zfs"],
    ["packaging/arch/PKGBUILD", /^depends=\((.+)\)$/m, "'cockpit>=287' 'python>=3.9'"],
])("%s says what the page needs (%s)", (file, pattern, needs) => {
    expect(find(file, pattern).replace(/\$\{.*/, "")).toBe(needs);
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

test("Cockpit's library with another sum is refused, and that which is there stays", () => {
    const folder = mkdtempSync(join(tmpdir(), "zfsadmin-lib-"));
    try {
        for (const name of ["bin", "tools", "pkg/lib"]) mkdirSync(join(folder, name), { recursive: true });
        for (const name of ["cockpit-lib", "debian-fetch", "debian-site"])
            copyFileSync(join(root, "tools", name), join(folder, "tools", name));
        writeFileSync(join(folder, "pkg/lib/.pin"), "337 before\n");
        const stub = `#!/bin/sh
            echo "$*" >>"${folder}/asked"
            case $* in indextargets*) echo http://archive.invalid/debian ;; *) echo other >cockpit.tar.xz ;; esac`;
        writeFileSync(join(folder, "bin/stub"), stub, { mode: 0o755 });
        for (const name of ["apt-get", "curl"]) symlinkSync("stub", join(folder, "bin", name));
        const { status, stderr } = spawnSync(join(folder, "tools/cockpit-lib"), ["338", "0".repeat(64)], {
            encoding: "utf8",
            env: { ...process.env, PATH: `${folder}/bin:${process.env["PATH"]}` },
        });
        expect(stderr).toMatch(
            /^No tarball of Cockpit 338 with sha256 0{64} was found in Debian's archive or on the/,
        );
        expect(status).toBe(1);
        const asked = readFileSync(join(folder, "asked"), "utf8");
        expect(asked).toMatch(/ source --download-only cockpit$/m);
        expect(asked).toMatch(/ https:\/\/github\.com\/.*\/338\/cockpit-338\.tar\.xz$/m);
        expect(readdirSync(join(folder, "pkg/lib"))).toEqual([".pin"]);
        expect(readFileSync(join(folder, "pkg/lib/.pin"), "utf8")).toBe("337 before\n");
    } finally {
        rmSync(folder, { recursive: true });
    }
});
