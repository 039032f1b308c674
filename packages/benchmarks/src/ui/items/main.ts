import { writeFile } from "node:fs/promises";
import process from "node:process";
import { readEnvironment } from "../../client/report/readEnvironment.ts";
import { measureItems } from "./measureItems.ts";
import { renderItems } from "./renderItems.ts";

/** `bench:items [rounds]`: measures what buttons cost, and writes `results/items.md`. */
const rounds = Number(process.argv[2] ?? 9);
const options = { count: 1000, rounds, warmUps: 3 };
const costs = await measureItems(options, (line) => process.stderr.write(`${line}\n`));
const report = renderItems(costs, { ...options, ...(await readEnvironment()) });
await writeFile(new URL("../../../results/items.md", import.meta.url), report);
process.stdout.write(report);
