/** What a person reads where the build or the tests cannot have what they stand on: the names of what is missing. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

// programs are started, which on a busy machine takes its time
jest.setTimeout(60_000);

const root = resolve(__dirname, "../../..");
let folder: string;

beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "zfsadmin-need-"));
    mkdirSync(join(folder, "bin"));
    for (const program of ["cat", "dirname", "env", "grep", "head", "sed", "sh"])
        symlinkSync(`/bin/${program}`, join(folder, "bin", program));
});
afterEach(() => rmSync(folder, { recursive: true }));

const stub = (program: string, lines: string) =>
    writeFileSync(join(folder, "bin", program), `#!/bin/sh\n${lines}\n`, { mode: 0o755 });

/** A machine with these packages, which names these others as provided, and nothing on its PATH but stubs. */
function machine(installed: readonly string[], { qemu = "1:10.0", provided = "", user = 0 } = {}): void {
    const cases = installed.map((name) => `*" ${name}") echo installed ;;`).join(" ");
    stub(
        "dpkg-query",
        `case "$*" in *Version*) echo ${qemu} ;; *Provides*) echo "${provided}" ;; ${cases} *) exit 1 ;; esac`,
    );
    // "dpkg --compare-versions 1:7.2 lt 1:10", for versions with this epoch
    stub("dpkg", 'have=${2#1:}; have=${have:-0}; than=${4#1:}; [ "${have%%.*}" -lt "${than%%.*}" ]');
    stub("id", `echo ${user}`);
}

function run(...argv: readonly string[]) {
    const [program = "", ...args] = argv;
    const env = { ...process.env, PATH: join(folder, "bin") };
    const { status, stdout, stderr } = spawnSync(program, args, { cwd: root, encoding: "utf8", env });
    return { status, said: (stdout + stderr).trim() };
}

const need = (...groups: readonly string[]) => run(join(root, "tools/need"), ...groups);

test("says nothing when all is there", () => {
    machine(["python3", "mypy"]);
    expect(need("check")).toEqual({ status: 0, said: "" });
});

test("takes another name for a package that is provided", () => {
    machine(["python3"], { provided: "other (= 1), mypy (= 1.0)" });
    expect(need("check")).toEqual({ status: 0, said: "" });
});

test("names what is missing where there is no apt-get, and only that", () => {
    machine(["python3", "rpm"]);
    const said = "These Debian packages are needed, and this machine has no apt-get: mypy gettext";
    expect(need("check", "rpm")).toEqual({ status: 1, said });
});

test("names what is missing where nobody can be asked for a password", () => {
    machine(["rpm"], { user: 1000 });
    stub("apt-get", "echo must not run");
    stub("sudo", "exit 1");
    expect(need("rpm")).toEqual({
        status: 1,
        said: "These Debian packages are needed; install them as root: gettext",
    });
});

const forVm =
    "qemu-system-x86 qemu-utils mmdebstrap debian-archive-keyring e2fsprogs openssh-client xz-utils".split(
        " ",
    );

test("wants a QEMU that can run the guests", () => {
    machine(forVm, { qemu: "1:7.2+dfsg-7" });
    const said =
        "These Debian packages are needed, and this machine has no apt-get: qemu-system-x86 (10 or later)";
    expect(need("vm")).toEqual({ status: 1, said });
    machine(forVm);
    expect(need("vm")).toEqual({ status: 0, said: "" });
});

test("wants npm where node came without it, before npm is called", () => {
    machine([]);
    const said = "These Debian packages are needed, and this machine has no apt-get: npm";
    expect(need("node")).toEqual({ status: 1, said });
    stub("npm", "");
    expect(need("node")).toEqual({ status: 0, said: "" });
    const recipe = spawnSync("make", ["-n", "-W", "package.json", "node_modules/.package-lock.json"], {
        cwd: root,
        encoding: "utf8",
    }).stdout;
    expect(recipe).toMatch(/^tools\/need node\nnpm ci$/m);
});

describe("a QEMU that can run the guests", () => {
    /** What is done where Debian itself offers this one and that one is installed, for a person who speaks German. */
    function installs(offered: string, installed: string | undefined): readonly string[] {
        const log = join(folder, "log");
        const others = forVm.filter((name) => name !== "qemu-system-x86");
        machine(installed === undefined ? others : forVm, { qemu: installed ?? "" });
        stub(
            "apt-get",
            `case "$*" in
             *indextargets*SITE*) echo http://archive.invalid/debian ;;
             *indextargets*) echo stable ;;
             *" install "*) echo "$*" >>${log} ;;
             esac`,
        );
        stub(
            "apt-cache",
            `if [ "$LC_ALL" = C ]; then name=Candidate; else name=Installationskandidat; fi
             printf 'qemu-system-x86:\\n  %s: %s\\n' $name "${offered}"`,
        );
        stub("tee", `cat >>${log}`);
        rmSync(log, { force: true });
        expect(need("vm")).toMatchObject({ status: 0 });
        return readFileSync(log, "utf8")
            .trim()
            .split("\n")
            .map((line) =>
                line.replace(/.* install --no-install-recommends /, "").replace(/\w+-b/, "RELEASE-b"),
            );
    }
    const fromBackports = [
        "deb http://archive.invalid/debian RELEASE-backports main",
        "-t RELEASE-backports qemu-system-x86 qemu-utils",
    ];

    test("is Debian's own, if that is new enough", () => {
        expect(installs("1:10.0.2+ds-2", "1:7.2+dfsg-7")).toEqual(["qemu-system-x86"]);
        expect(installs("1:10.0.2+ds-2", undefined)).toEqual(["qemu-system-x86"]);
    });

    test.each(["1:7.2+dfsg-7", "(none)"])("is that of backports, if Debian's own is %s", (offered) => {
        expect(installs(offered, "1:7.2+dfsg-7")).toEqual(fromBackports);
        expect(installs(offered, undefined).slice(0, 2)).toEqual(fromBackports);
    });
});

test("refuses a group that there is none of", () => {
    machine([]);
    expect(need("nonsense")).toEqual({ status: 2, said: "tools/need: no group 'nonsense'" });
});

describe("the test bed", () => {
    const ask = (question: string) => {
        const script = `import { needHost, needRoot } from ${JSON.stringify(join(root, "test/vm/host.ts"))};
            ${question}.catch((error) => console.log(error.message, error.cause?.message ?? ""));`;
        writeFileSync(join(folder, "host.mts"), script);
        const loader = ["--import", join(root, "node_modules/tsx/dist/loader.mjs")];
        return run(process.execPath, ...loader, join(folder, "host.mts")).said;
    };
    const needHost = () => ask("needHost()");

    test("says the same of this machine", () => {
        machine(forVm.filter((name) => name !== "mmdebstrap"));
        expect(needHost()).toBe(
            "These Debian packages are needed, and this machine has no apt-get: mmdebstrap",
        );
    });

    test("looks at the QEMU that would be started", () => {
        machine(forVm);
        stub("qemu-system-x86_64", "echo QEMU emulator version 7.2.0");
        expect(needHost()).toBe("the test bed needs QEMU 10 or later; there is 7");
        stub("qemu-system-x86_64", "echo QEMU emulator version 10.0.2");
        expect(needHost()).toBe("");
    });

    test("says what it lacks to install a guest: namespaces in a container, or sudo", () => {
        const words =
            /^A guest is installed as root \(by a person: through sudo\) .*\n.* \(in a container: CAP_SYS_ADMIN\): /;
        stub("unshare", "echo unshare failed: Operation not permitted >&2; exit 1");
        const asRoot = ask("(process.getuid = () => 0, needRoot())");
        expect(asRoot).toMatch(words);
        expect(asRoot).toMatch(/unshare failed: Operation not permitted$/);
        const asPerson = "(process.getuid = () => 1000, needRoot())";
        expect(ask(asPerson)).toMatch(/CAP_SYS_ADMIN\): cannot start sudo: .*ENOENT$/);
        stub("unshare", "");
        stub("sudo", 'exec "$@"');
        expect(ask(asPerson)).toBe("");
    });
});
