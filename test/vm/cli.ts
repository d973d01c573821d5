import { parseArgs } from "node:util";
import { findGuest } from "./guests.ts";
import { Machine } from "./machine.ts";

const { values } = parseArgs({ allowPositionals: true, options: { guest: { type: "string" } } });
const image = await Machine.prepare(findGuest(values.guest), console.log);
image.use.release();
