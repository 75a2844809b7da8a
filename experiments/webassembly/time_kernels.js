/**
 * Time kernels on request, for times.py: each line read is "kernel repetitions", each line said the microseconds.
 *
 * All threads' processor time counts, the engine's own compilation included.
 */
import { createInterface } from "node:readline";
import { City } from "./city.js";

const [folder, file] = process.argv.slice(2);
const city = new City(folder, file);
for await (const line of createInterface({ input: process.stdin })) {
  const [name, repetitions] = line.split(" ");
  city.reset();
  const before = process.cpuUsage();
  for (let week = 0; week < Number(repetitions); week++) {
    if (name === "week") city.week(week);
    else {
      city.tell(week);
      city.run(name);
    }
  }
  const { user, system } = process.cpuUsage(before);
  console.log(user + system);
}
