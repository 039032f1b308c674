import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { scenarios } from "../loss/scenarios/scenarios.ts";
import { peers } from "../peers/peers.ts";
import { type ClientBenchmarkOptions, parts } from "./ClientBenchmarkOptions.ts";
import { UsageError } from "../../command/UsageError.ts";

const defaultCounts = [1, 10, 100, 1000];
const quickCounts = [10];
/** Trials wait more than they work, so that some fit on every machine. */
const leastWorkers = 4;
/** Beyond this, the queues of some clients are full by design, which is another question. */
const largestCount = 1000;

/**
 * Reads the command line.
 *
 * @param resultsFolder where a report of everything goes when `--output` names no other folder
 * @throws UsageError when it asks for something that there is not
 */
export function readOptions(
  commandLine: readonly string[],
  resultsFolder: string,
): ClientBenchmarkOptions {
  const values = parse(commandLine);
  const isQuick = values.quick ?? false;
  const isPartial = [values.only, values.scenario, values.counts, values.parts].some(Boolean);
  return {
    peers: choose("only", values.only, peers, ({ id }) => id),
    scenarios: choose("scenario", values.scenario, scenarios, ({ id }) => id),
    counts: values.counts
      ? split(values.counts).map((text) => readNumber("counts", text, largestCount))
      : isQuick
        ? quickCounts
        : defaultCounts,
    parts: choose("parts", values.parts, parts, (part) => part),
    isQuick,
    workers: values.workers
      ? readNumber("workers", values.workers, 16)
      : Math.max(leastWorkers, Math.min(8, availableParallelism())),
    // A part of the tables must not take the place of the whole.
    output: values.output ?? (isPartial || isQuick ? undefined : resultsFolder),
  };
}

function parse(commandLine: readonly string[]) {
  try {
    return parseArgs({
      args: [...commandLine],
      options: {
        only: { type: "string" },
        scenario: { type: "string" },
        counts: { type: "string" },
        parts: { type: "string" },
        workers: { type: "string" },
        output: { type: "string" },
        quick: { type: "boolean" },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function choose<T>(
  option: string,
  text: string | undefined,
  all: readonly T[],
  nameOf: (one: T) => string,
): readonly T[] {
  if (text === undefined) return all;
  const names = split(text);
  const unknown = names.find((name) => !all.some((one) => nameOf(one) === name));
  if (unknown !== undefined) {
    const known = all.map(nameOf).join(", ");
    throw new UsageError(
      `--${option} does not know ${JSON.stringify(unknown)}. There are: ${known}.`,
    );
  }
  return all.filter((one) => names.includes(nameOf(one)));
}

function readNumber(option: string, text: string, largest: number): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= largest) return number;
  throw new UsageError(
    `--${option} takes whole numbers from 1 to ${largest}, not ${JSON.stringify(text)}.`,
  );
}

function split(text: string): readonly string[] {
  return text.split(",").map((part) => part.trim());
}
