// Runs tsc over the project and fails on our own errors. pkg/lib is written to looser rules than ours and is not
// ours to change, so what tsc says about it is left out.
import { spawnSync } from "node:child_process";
import process from "node:process";

const tsc = spawnSync("node_modules/.bin/tsc", ["--project", ".", "--pretty", "false"], { encoding: "utf8" });
const diagnostics = tsc.stdout.split(/\n(?! )/).filter((text) => text !== "");
const ours = diagnostics.filter((text) => !text.startsWith("pkg/lib/"));
if (ours.length > 0) console.error(ours.join("\n"));
// a tsc that fails and finds nothing in any file has itself failed
process.exitCode = ours.length > 0 || tsc.error || (tsc.status !== 0 && diagnostics.length === 0) ? 1 : 0;
