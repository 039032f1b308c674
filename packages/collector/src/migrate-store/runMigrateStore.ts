import { createHash } from "node:crypto";
import { parseArgs } from "node:util";
import type { EventStore } from "../store/EventStore.ts";
import { checkStoreURL, describeStoreURL, openStore, storeExamples } from "../store/openStore.ts";
import { type CopyOutcome, copyStore } from "./copyStore.ts";

const usage = `action-telemetry-collector migrate-store: copies all events and counts from one database into another.

Usage
  action-telemetry-collector migrate-store --from <url> --to <url>

A URL is ${storeExamples}.
A password may be left to PGPASSWORD, where other users of the machine cannot see it.

Stop all collectors first. The target must be empty; after an interruption, run the same again. At
the end the counts and a sample of the answers of both are compared: the exit code is 0 if they
agree. The source stays as it is.
`;

/** Where the command writes. */
export interface Output {
  readonly write: (text: string) => void;
  readonly writeError: (text: string) => void;
}

/** Runs `migrate-store` with its arguments; resolves to the exit code. */
export async function runMigrateStore(args: readonly string[], output: Output): Promise<number> {
  const fail = (problem: string) => {
    output.writeError(`${problem}\n`);
    return 1;
  };
  const given = parse(args);
  if (given === undefined) return fail(`Expected --from <url> and --to <url>.\n\n${usage}`);
  if (given === "help") {
    output.write(usage);
    return 0;
  }
  const { from, to } = given;
  for (const [name, url] of Object.entries(given)) {
    const address = checkStoreURL(url);
    if (!address.ok) return fail(`--${name} ${address.error}. Use ${storeExamples}.`);
  }
  if (describeStoreURL(from) === describeStoreURL(to)) return fail("--from and --to are the same.");
  try {
    const outcome = await copy(from, to, output);
    if (!outcome.ok) return fail(outcome.error);
    const sizes = Object.entries(outcome.size).map(([type, count]) => `${format(count)} ${type}`);
    output.write(`Both databases agree. Rows: ${sizes.join(", ")}.\n`);
    return 0;
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

function parse(
  args: readonly string[],
): { readonly from: string; readonly to: string } | "help" | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        from: { type: "string" },
        to: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
    const { from, to, help } = values;
    if (help === true) return "help";
    return from === undefined || to === undefined ? undefined : { from, to };
  } catch {
    return undefined;
  }
}

async function copy(fromURL: string, toURL: string, output: Output): Promise<CopyOutcome> {
  const stores: EventStore[] = [];
  const open = async (url: string) => {
    const store = await openStore(url);
    stores.push(store);
    return store;
  };
  try {
    const [from, to] = [await open(fromURL), await open(toURL)];
    output.write(`Copying ${describeStoreURL(fromURL)} to ${describeStoreURL(toURL)}\n`);
    const source = createHash("sha256").update(describeStoreURL(fromURL)).digest("hex");
    let told = -1;
    const onProgress = (copied: number, all: number) => {
      const percent = Math.floor((copied / Math.max(all, 1)) * 100);
      if (percent === told) return;
      told = percent;
      output.write(`${percent} %, ${format(copied)} of ${format(all)} rows\n`);
    };
    return await copyStore({ from, to, source, onProgress });
  } finally {
    await Promise.all(stores.map((store) => store.close()));
  }
}

function format(count: number): string {
  return count.toLocaleString("en");
}
