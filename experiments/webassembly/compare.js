/**
 * Run the whole city in WebAssembly from week 0 on and compare every column's bytes with the native run's, weekly.
 *
 *     node experiments/webassembly/compare.js FOLDER MODULE.wasm [--recorded]
 *
 * With --recorded, exp, log, pow and cos answer what the native run's C library answered, else what JavaScript's do.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { City, recorded } from "./city.js";

const [folder, file, option] = process.argv.slice(2);
const city = new City(folder, file, option === "--recorded" ? recorded(folder) : undefined);
const digests = JSON.parse(readFileSync(join(folder, "weeks.json"), "utf8"));
const names = Object.keys(digests);
const first = {}; // the week a column first differed in
let equal = 0;
for (let week = 0; week < city.weeks; week++) {
  city.week(week);
  for (const name of names) {
    const digest = createHash("sha256").update(city.bytes(name)).digest("hex").slice(0, 16);
    if (digest === digests[name][week]) equal++;
    else first[name] ??= week;
  }
}
console.log(`${city.order.length} kernels, ${city.weeks} weeks, ${names.length} columns`);
console.log(`${equal} of ${city.weeks * names.length} weekly columns have the native run's bytes`);
for (const [name, week] of Object.entries(first)) console.log(`  ${name}: first differs in week ${week}`);
process.exitCode = equal === city.weeks * names.length ? 0 : 1;
