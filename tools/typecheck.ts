// Runs tsc over the project and fails on our own errors. pkg/lib is written to looser rules than ours and is not
// ours to change, so what tsc says about it is left out.
import { spawnSync } from "node:child_process";
import process from "node:process";

const tsc = spawnSync("node_modules/.bin/tsc", ["--project", ".", "--pretty", "false"], { encoding: "utf8" });
const diagnostics = tsc.stdout.split(/\n(?! )/).filter((text) => text !== "");
const ours = diagnostics.filter((text) => !text.startsWith("pkg/lib/"));
if (ours.length > 0) console.error(ours.join("\n"));
// tsc exits 2 for errors in code; any other failure is one of tsc itself
process.exitCode = ours.length > 0 || tsc.error || (tsc.status !== 0 && tsc.status !== 2) ? 1 : 0;
