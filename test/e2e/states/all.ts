import { devices } from "./devices.ts";
import { layouts } from "./layouts.ts";
import { scans } from "./scans.ts";
import type { State } from "./state.ts";
import { work } from "./work.ts";

export const states: readonly State[] = [...layouts, ...devices, ...scans, ...work];
