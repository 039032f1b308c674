import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { StatementRunner } from "./StatementRunner.ts";
import { versionOfParts } from "./versionOfParts.ts";

/** Tells what the tables hold from what they held before. */
export interface TableVersions {
  /** Of `roll_up`. */
  readonly sums: string;
  readonly log: string;
}

interface Part {
  readonly table: string;
  readonly name: string;
}

/** A table consists of parts that never change: what is stored or deleted, or only merged, leads to others. */
const partsSql = `
  SELECT table, name FROM system.parts
  WHERE database = currentDatabase() AND table IN ('roll_up', 'log') AND active`;

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
    const parts = await this.#runner.rows<Part>(partsSql);
    const namesOf = (owner: string) =>
      parts.filter(({ table }) => table === owner).map(({ name }) => name);
    const log = createHash("sha1").update(namesOf("log").toSorted().join(" ")).digest("hex");
    return { sums: versionOfParts(namesOf("roll_up")), log };
  }
}
