import { parseArgs } from "node:util";
import { UsageError } from "../command/UsageError.ts";
import type { PageBenchmarkOptions } from "./PageBenchmarkOptions.ts";

/** How it is called. */
export const usage = `Measures how soon the analytics page can be used, in Chromium with an empty cache, over a year of events in SQLite.

  npm run bench:page                        ten million events; filling the database takes some minutes
  npm run bench:page -- --folder kept       keeps the database in a folder, and uses the one that is there
  npm run bench:page -- --events 1000000    as many as you like
  npm run bench:page -- --rounds 10         opens each view ten times; the best and the median are printed
`;

/**
 * Reads a command line.
 *
 * @throws UsageError when it is not one
 */
export function readPageOptions(commandLine: readonly string[]): PageBenchmarkOptions {
  const { events, rounds, folder } = parse(commandLine);
  return {
    events: readNumber("events", events ?? "10000000"),
    rounds: readNumber("rounds", rounds ?? "5"),
    folder,
  };
}

function parse(commandLine: readonly string[]) {
  try {
    return parseArgs({
      args: [...commandLine],
      options: {
        events: { type: "string" },
        rounds: { type: "string" },
        folder: { type: "string" },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function readNumber(option: string, text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new UsageError(`--${option} takes a whole number from 1 on, not ${JSON.stringify(text)}.`);
}
