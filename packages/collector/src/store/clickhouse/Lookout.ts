import { setImmediate } from "node:timers/promises";
import type { StatementRunner } from "./StatementRunner.ts";
import { versionOfParts } from "./versionOfParts.ts";

/** Tells what the tables hold from what they held before. */
export interface TableVersions {
  /** Of `roll_up`. */
  readonly sums: string;
  readonly log: string;
}

interface Row {
  readonly owner: string;
  /** The name of a part of the sums. */
  readonly part: string;
  readonly version: string;
}

/** A table consists of parts that never change: what is stored or deleted, or only merged, leads to others. */
const versionsSql = `
  SELECT table AS owner, if(owner = 'roll_up', name, '') AS part,
         hex(groupBitXor(cityHash64(name, modification_time))) AS version
  FROM system.parts
  WHERE database = currentDatabase() AND table IN ('roll_up', 'log') AND active GROUP BY owner, part`;

/** Looks at what the tables are made of. Questions of the same moment share a look. */
export class Lookout {
  readonly #runner: StatementRunner;
  #next: Promise<TableVersions> | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(runner: StatementRunner) {
    this.#runner = runner;
  }

  /** Resolves to what a look has seen that began after the call. */
  look(): Promise<TableVersions> {
    this.#next ??= this.#last
      .catch(() => undefined)
      // Those who were waiting for the last look have their next questions at once.
      .then(() => setImmediate())
      .then(() => {
        this.#next = undefined;
        return this.#read();
      });
    this.#last = this.#next;
    return this.#next;
  }

  async #read(): Promise<TableVersions> {
    const rows = await this.#runner.rows<Row>(versionsSql);
    const parts = rows.flatMap(({ owner, part }) => (owner === "roll_up" ? part : []));
    const log = rows.find(({ owner }) => owner === "log")?.version ?? "";
    return { sums: versionOfParts(parts), log };
  }
}
