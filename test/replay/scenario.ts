// What the host's programs answer in one test, and what they were asked.

import { existsSync } from "node:fs";
import { mkdir, readFile, rename, symlink, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";

const replayProgram = resolve(import.meta.dirname, "replay.py");

/** What a program does when it is called: no output and exit code 0 where nothing else is said. */
export interface Answer {
    readonly stdout?: string;
    readonly stderr?: string;
    readonly exit?: number;
    /** milliseconds before it says anything */
    readonly delay?: number;
    /** Another program answers instead: its file and first arguments, to which those of the call are added. */
    readonly program?: readonly string[];
    /** It runs until it is stopped or an answer without this replaces it, and writes what is added to `stdout`. */
    readonly stays?: boolean;
    /** It reads its standard input to the end first, as `zfsadmin execute` always does. */
    readonly reads?: boolean;
}

/**
 * Answers by command line, quoted as Python's `shlex.join` does: `zpool status 'my pool'`. Where there is none for the
 * whole line, "zfsadmin audit *" answers all lines that begin so; of such beginnings the longest.
 */
export type Answers = Readonly<Record<string, Answer>>;

/** A program that a host may have. */
export type Program = "zpool" | "zfs" | "zfsadmin" | "find" | "findmnt";

/** One call of a program. */
export interface Call {
    readonly argv: readonly string[];
    /** when it was called, Unix seconds */
    readonly time: number;
    /** whether the scenario had an answer */
    readonly known: boolean;
    /** what it read from its standard input, in hexadecimal digits, where the answer says that it reads */
    readonly input?: string;
}

/** A change that the helper was told to execute. */
export interface Executed {
    /** what `zpool` or `zfs` would have been called with */
    readonly line: string;
    /** what the helper was given on its standard input: what the person saw, and a secret */
    readonly input: string;
}

/** The programs of one test's host. */
export class Scenario {
    /** the folder for the session's PATH */
    readonly programs: string;

    /** @param folder a folder of this test alone */
    constructor(private readonly folder: string) {
        this.programs = join(folder, "bin");
    }

    /** Puts the programs in place, with the answers that they give from now on. */
    async install(answers: Answers, installed: readonly Program[]): Promise<void> {
        await mkdir(this.programs, { recursive: true });
        for (const program of installed) await symlink(replayProgram, join(this.programs, program));
        await this.answer(answers);
    }

    /** Replaces all answers. */
    async answer(answers: Answers): Promise<void> {
        // replaced in one step: programs that stay look into it all the time
        const draft = join(this.folder, "scenario.json.new");
        await writeFile(draft, JSON.stringify(answers));
        await rename(draft, join(this.folder, "scenario.json"));
    }

    /** All calls so far, in their order. */
    async calls(): Promise<Call[]> {
        const file = join(this.folder, "calls.jsonl");
        if (!existsSync(file)) return [];
        // what follows the last line end is still being written
        const lines = (await readFile(file, "utf8")).split("\n").slice(0, -1);
        return lines.map((line) => JSON.parse(line) as Call);
    }

    /** What the helper was told to execute so far, in its order. */
    async executed(): Promise<Executed[]> {
        return (await this.calls())
            .filter(({ argv }) => argv[0] === "zfsadmin" && argv[1] === "execute")
            .map(({ argv, input = "" }) => ({
                line: argv.slice(argv.indexOf("--") + 1).join(" "),
                input: Buffer.from(input, "hex").toString(),
            }));
    }
}
