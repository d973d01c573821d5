import type { Dataset } from "../../../src/zfs/dataset.ts";
import { DatasetsParser, datasetColumns, parseDatasets } from "../../../src/zfs/parse/datasets.ts";
import { ParseError } from "../../../src/zfs/parse/parse-error.ts";

import { fixture } from "./fixtures.ts";
import { randomNumbers } from "./random.ts";

const VERSIONS = ["2.1.11", "2.3.9"] as const;
const columns = (version: (typeof VERSIONS)[number]) => datasetColumns(version !== "2.1.11");

/** What `zfs get -Hp` printed, by dataset and property; a value with a line end is left out. */
function values(text: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
    const datasets = new Map<string, Map<string, string>>();
    for (const [name = "", property = "", value = ""] of text.split("\n").map((line) => line.split("\t")))
        if (property !== "") datasets.set(name, (datasets.get(name) ?? new Map()).set(property, value));
    return datasets;
}

/** The values as `zfs list -Hp -o` prints them: what a dataset does not have is "-". */
const line = (
    name: string,
    known: ReadonlyMap<string, string>,
    wanted: readonly string[],
    overrides: Readonly<Record<string, string>> = {},
): string =>
    `${wanted.map((column) => (column === "name" ? name : (overrides[column] ?? known.get(column) ?? "-"))).join("\t")}\n`;

function recorded(version: (typeof VERSIONS)[number], kind: string, overrides = {}): string {
    const [[name, known] = ["", new Map<string, string>()]] = [
        ...values(fixture("zfs-get", `${version}-${kind}.txt`)),
    ];
    return line(name, known, columns(version), overrides);
}

/** What a parser that is given pieces of `size` characters makes of `text`. */
function parseInPieces(text: string, size: number): readonly Dataset[] {
    const parser = new DatasetsParser();
    for (let at = 0; at < text.length; at += size) parser.add(text.slice(at, at + size));
    return parser.end();
}

/** The datasets, or the message of the error. */
function outcome(parse: () => readonly Dataset[]): readonly Dataset[] | string {
    try {
        return parse();
    } catch (error) {
        if (error instanceof ParseError) return error.message;
        throw error;
    }
}

describe.each(VERSIONS)("%s", (version) => {
    test("a filesystem", () => {
        const [dataset] = parseDatasets(recorded(version, "filesystem"));
        expect(dataset).toMatchObject({
            name: "tank/norm",
            type: "filesystem",
            used: 98304n,
            usedByDataset: 98304n,
            usedBySnapshots: 0n,
            written: 0n,
            compressRatio: 1,
            quota: undefined,
            refreservation: undefined,
            recordsize: 131072n,
            volsize: undefined,
            mounted: true,
            mountpoint: "/tank/norm",
            canmount: "on",
            zoned: false,
            readonly: false,
            sharenfs: "off",
            encryption: "off",
            encryptionRoot: undefined,
            keyStatus: undefined,
            origin: undefined,
        });
        expect(dataset?.guid).toMatch(/^\d{18,20}$/);
        expect(dataset?.snapshotsChanged === undefined).toBe(version === "2.1.11");
    });

    test("a volume", () => {
        expect(parseDatasets(recorded(version, "volume"))).toMatchObject([
            {
                type: "volume",
                volsize: 33554432n,
                recordsize: undefined,
                mounted: undefined,
                mountpoint: undefined,
                canmount: undefined,
                sharenfs: undefined,
                refreservation: expect.any(BigInt) as unknown,
            },
        ]);
    });

    test("encrypted ones", () => {
        const own = recorded(version, "filesystem").split("\t");
        const datasets = [...values(fixture("zfs-get", `${version}-encryption.txt`))]
            .filter(([name]) => /^[^@#]*$/.test(name))
            .map(([name, known], index) =>
                line(name, new Map([...known, ["guid", `${own[1]}${index}`.slice(-18)]]), columns(version)),
            );
        const found = parseDatasets(datasets.join(""));
        expect(found).toHaveLength(datasets.length);
        expect(found.find(({ name }) => name === "tank/enc")).toMatchObject({
            encryption: "aes-256-gcm",
            encryptionRoot: "tank/enc",
            keyStatus: "available",
            keyFormat: "passphrase",
            keyLocation: "file:///tmp/pp",
        });
    });

    test("any piece of the output that is cut off is an error, never fewer datasets", () => {
        const text = recorded(version, "filesystem") + recorded(version, "volume");
        const border = recorded(version, "filesystem").length;
        for (let end = 1; end < text.length; end++)
            if (end !== border) expect(() => parseDatasets(text.slice(0, end))).toThrow(ParseError);
    });

    test("damaged output is an error or the same datasets, never others", () => {
        const text = recorded(version, "filesystem") + recorded(version, "volume");
        const random = randomNumbers(1);
        const sizes = randomNumbers(2);
        for (let round = 0; round < 2_000; round++) {
            const at = random(text.length);
            const damaged = text.slice(0, at) + (random(2) ? "\t" : "\n") + text.slice(at + random(3));
            let names: readonly string[] = ["tank/norm", "tank/vol"];
            try {
                names = parseDatasets(damaged).map(({ name }) => name);
            } catch (error) {
                expect(error).toBeInstanceOf(ParseError);
            }
            expect(names).toHaveLength(2);
            expect(outcome(() => parseInPieces(damaged, 1 + sizes(200)))).toEqual(
                outcome(() => parseDatasets(damaged)),
            );
        }
    });
});

test("no datasets", () => {
    expect(parseDatasets("")).toEqual([]);
});

describe("values that hold anything", () => {
    const guid = recorded("2.3.9", "filesystem").split("\t")[1] ?? "";

    test.each([
        ["mountpoint", "/a\tb"],
        ["mountpoint", "/a\nb\n"],
        ["mountpoint", "/<img src=x onerror=alert(1)>"],
        ["sharenfs", "rw=@10.0.0.0/8\t,ro"],
        ["sharesmb", "\n\t\n"],
        ["keylocation", "file:///a\n\tb\toff"],
    ])("%s of %j", (column, value) => {
        const text = recorded("2.3.9", "filesystem", { [column]: value }) + recorded("2.3.9", "volume");
        const [first, second] = parseDatasets(text);
        expect(Object.values(first ?? {})).toContain(value);
        expect(second?.name).toBe("tank/vol");
    });

    test("a record in a value is text, and never a dataset", () => {
        const other = recorded("2.3.9", "volume");
        const text = recorded("2.3.9", "filesystem", { mountpoint: `/x\n${other}` });
        expect(parseDatasets(text)).toMatchObject([{ name: "tank/norm", mountpoint: `/x\n${other}` }]);
    });

    test("a value that holds the guid of its dataset is refused", () => {
        const end = `/x\t${guid}\n`;
        expect(() =>
            parseDatasets(recorded("2.3.9", "filesystem", { mountpoint: `/x\t${guid}\ty` })),
        ).toThrow("columns of a dataset");
        expect(() => parseDatasets(recorded("2.3.9", "filesystem", { mountpoint: end }))).toThrow(ParseError);
        // as much of a forgery as can be: whole records before and after, the last of which ends with the true one
        const forged = recorded("2.3.9", "filesystem", { mountpoint: "/y" });
        const beginning = forged.slice(0, forged.indexOf("/y") + 2);
        expect(() =>
            parseDatasets(recorded("2.3.9", "filesystem", { mountpoint: `${end}${beginning}` })),
        ).toThrow("there before");
    });
});

describe("pieces of any size are read as the whole", () => {
    const filesystem = recorded("2.3.9", "filesystem");
    const older = recorded("2.1.11", "filesystem");
    const volume = recorded("2.3.9", "volume");
    const guid = filesystem.split("\t")[1] ?? "";

    test.each([
        ["nothing", ""],
        ["two datasets", filesystem + volume],
        ["two datasets of an older ZFS", older + recorded("2.1.11", "volume")],
        [
            "values with TABs and line ends",
            recorded("2.3.9", "filesystem", { mountpoint: "/a\n\tb\n" }) + volume,
        ],
        ["a record in a value", recorded("2.3.9", "filesystem", { sharenfs: `\n${volume}` }) + volume],
        ["a guid in a value", recorded("2.3.9", "filesystem", { mountpoint: `/x\t${guid}\ty` }) + volume],
        ["an end in a value", recorded("2.3.9", "filesystem", { mountpoint: `/x\t${guid}\n` }) + volume],
        ["a dataset twice", filesystem + volume + filesystem],
        ["a cut dataset", filesystem + volume.slice(0, -3)],
        ["a column too many", filesystem + volume.replace("\tvolume\t", "\tvolume\ta\tb\t") + filesystem],
        ["a line that is none", `${filesystem}cannot open 'x'\n${volume}`],
        ["a long one", `${filesystem}${"x".repeat(600)}\n`],
    ])("%s", (_name, text) => {
        const whole = outcome(() => parseDatasets(text));
        for (let size = 1; size <= text.length; size++)
            expect(outcome(() => parseInPieces(text, size))).toEqual(whole);
    });
});

test("a column that does not end and a line that is none say where", () => {
    const text = recorded("2.3.9", "filesystem");
    expect(() => parseDatasets(`${text}cannot open 'x'\n`)).toThrow(/line 2: no beginning of a dataset/);
    expect(() => parseDatasets(text.replace("\tfilesystem\t", "\tfilesystem\textra\tmore\t"))).toThrow(
        ParseError,
    );
});
