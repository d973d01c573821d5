import type { ZfsEvent } from "../model.ts";
import { setOrUndefined } from "../size.ts";
import type { Line } from "./parse-error.ts";
import { fail } from "./parse-error.ts";

/** What the stream says: an event, or that the kernel dropped some, after which everything is to be re-read. */
export type StreamItem =
    | { readonly kind: "event"; readonly event: ZfsEvent }
    | { readonly kind: "dropped"; readonly count: number };

interface Block {
    readonly header: Line;
    readonly values: Map<string, string>;
    lastKey?: string;
}

/**
 * Reads `zpool events -Hvf` (or `-Hv`) as it comes, in pieces of any size. An event is a header line, lines
 * "key = value" and a blank line; the detector's own values stand deeper and are passed over. See
 * zpool-events(8).
 */
export class EventReader {
    private rest = "";
    private lineNumber = 0;
    private block: Block | undefined;

    /**
     * @returns the events that this piece completes
     * @throws ParseError for a line that is no part of an event; the stream is then to be started again
     */
    push(chunk: string): readonly StreamItem[] {
        const lines = (this.rest + chunk).split("\n");
        this.rest = lines.pop() ?? "";
        return lines.flatMap((text) => this.readLine({ text, number: ++this.lineNumber }));
    }

    /** The event that waits for its blank line when the output ends. */
    end(): readonly StreamItem[] {
        return this.push(`${this.rest === "" ? "" : "\n"}\n`);
    }

    private readLine(line: Line): readonly StreamItem[] {
        if (line.text === "") return this.finishBlock();
        const dropped = /^dropped (\d+) events$/.exec(line.text);
        if (dropped !== null) return [{ kind: "dropped", count: Number(dropped[1]) }];
        if (this.block !== undefined) this.readValue(this.block, line);
        else if (/^\S.*\t\S+$/.test(line.text)) this.block = { header: line, values: new Map() };
        else fail("no event", line);
        return [];
    }

    private readValue(block: Block, line: Line): void {
        const match = /^ {8}(\w+) = (.*)$/.exec(line.text);
        if (match !== null) {
            block.lastKey = match[1] ?? "";
            block.values.set(block.lastKey, (match[2] ?? "").trim());
        } else if (block.lastKey !== undefined && !line.text.startsWith("        ")) {
            // A value holds a newline, which is printed as it is.
            block.values.set(block.lastKey, `${block.values.get(block.lastKey) ?? ""}\n${line.text}`);
        }
    }

    private finishBlock(): readonly StreamItem[] {
        const { block } = this;
        if (block === undefined) return [];
        this.block = undefined;
        return [{ kind: "event", event: toEvent(block) }];
    }
}

/** Reads a whole recording. */
export function parseEvents(text: string): readonly StreamItem[] {
    const reader = new EventReader();
    return [...reader.push(text), ...reader.end()];
}

function toEvent({ header, values }: Block): ZfsEvent {
    const words = (key: string) => unquote(values.get(key));
    const guid = (key: string) => hexValue(values.get(key))?.toString();
    const eventClass = words("class");
    const eid = hexValue(values.get("eid"));
    const time = hexValue(values.get("time")?.split(" ")[0]);
    if (eventClass === undefined || eid === undefined || time === undefined)
        return fail("an event without class, eid or time", header);
    return {
        class: eventClass,
        eid: Number(eid),
        time: Number(time),
        pool: words("pool"),
        poolGuid: guid("pool_guid"),
        vdevGuid: guid("vdev_guid"),
        vdevPath: words("vdev_path"),
        vdevState: words("vdev_state"),
        dataset: words("history_dsname"),
        verb: words("history_internal_name"),
        detail: words("history_internal_str"),
    };
}

/** Strings stand in quotes, nothing in them is escaped; a state has its number behind it: "OFFLINE" (0x2). */
function unquote(value: string | undefined): string | undefined {
    return setOrUndefined(/^"([\s\S]*)"(?: \(0x[\da-f]+\))?$/.exec(value ?? "")?.[1] ?? "");
}

function hexValue(value: string | undefined): bigint | undefined {
    return /^0x[\da-f]{1,16}$/.test(value ?? "") ? BigInt(value ?? "") : undefined;
}
