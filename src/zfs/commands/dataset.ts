import type { KeyFormat } from "../new-key.ts";

import type { Command, Identity } from "./command.ts";
import { operand } from "./command.ts";

/**
 * Creates an encrypted filesystem under `parent`. Its key is the secret. zfs-load-key(8).
 *
 * @param name one component, without the parent's
 */
export function createEncrypted(parent: Identity, name: string, format: KeyFormat): Command {
    const dataset = `${parent.name}/${name}`;
    const options = ["encryption=on", `keyformat=${format}`, "keylocation=prompt"];
    return {
        argv: ["zfs", "create", ...options.flatMap((option) => ["-o", option]), operand(dataset)],
        secret: "stdin",
        expect: { datasets: [{ name: parent.name, guid: parent.guid }] },
        danger: "none",
        purpose: { kind: "createEncrypted", dataset },
        touches: [{ pool: dataset.slice(0, dataset.indexOf("/")), dataset }],
    };
}
