import { UsageError } from "../command/UsageError.ts";

/** What a run of the benchmark does. */
export interface UIBenchmarkOptions {
  readonly parts: readonly ("ranking" | "palette")[];
  readonly sizes: readonly number[];
  /** IDs of peers; empty: all. */
  readonly only: readonly string[];
  readonly rounds: number;
  readonly warmUps: number;
  /** Whether the results are written, not only printed. */
  readonly isWhole: boolean;
}

/** How it is called. */
export const usage = `Measures command palettes: ranking and speed, ours and its peers.

  npm run bench:ui                          everything; writes results/ui.md and results/ui.svg
  npm run bench:ui -- --quick               fewer rounds, up to 1,000 actions; prints
  npm run bench:ui -- --part ranking        one part only: ranking or palette; prints
  npm run bench:ui -- --only cmdk,kbar      these palettes only; prints
  npm run bench:ui -- --rounds 3            so many rounds each, in place of 6
  npm run bench:ui -- --sizes 1000,10000    these numbers of actions only; prints
`;

const sizes = [100, 1000, 10_000, 50_000];

/**
 * Reads a command line.
 *
 * @throws UsageError when it is not one
 */
export function readUIOptions(commandLine: readonly string[]): UIBenchmarkOptions {
  let options: UIBenchmarkOptions = {
    parts: ["ranking", "palette"],
    sizes,
    only: [],
    rounds: 6,
    warmUps: 3,
    isWhole: true,
  };
  for (let index = 0; index < commandLine.length; index += 1) {
    const name = commandLine[index] ?? "";
    const value = commandLine[index + 1] ?? "";
    if (name === "--quick") {
      options = { ...options, rounds: 4, warmUps: 2, sizes: [100, 1000], isWhole: false };
      continue;
    }
    index += 1;
    if (name === "--part") options = { ...options, parts: [readPart(value)], isWhole: false };
    else if (name === "--only") options = { ...options, only: value.split(","), isWhole: false };
    else if (name === "--rounds") options = { ...options, rounds: readSize(value), warmUps: 1 };
    else if (name === "--sizes") {
      options = { ...options, sizes: value.split(",").map(readSize), isWhole: false };
    } else throw new UsageError(`There is no option ${name}.`);
  }
  return options;
}

function readPart(value: string): "ranking" | "palette" {
  if (value === "ranking" || value === "palette") return value;
  throw new UsageError(`There is no part "${value}".`);
}

function readSize(value: string): number {
  const size = Number(value);
  if (Number.isInteger(size) && size > 0) return size;
  throw new UsageError(`"${value}" is no such number.`);
}
