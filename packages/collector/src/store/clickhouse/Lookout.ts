import type { StatementRunner } from "./StatementRunner.ts";

/** Tells what the tables hold from what they held before. */
export interface TableVersions {
  /** Of `roll_up`. */
  readonly sums: string;
  readonly log: string;
}

interface Row {
  readonly owner: string;
  readonly version: string;
}

/** A table consists of parts that never change: what is stored or deleted, or only merged, leads to others. */
const versionsSql = `
  SELECT table AS owner, hex(groupBitXor(cityHash64(name, modification_time))) AS version
  FROM system.parts
  WHERE database = currentDatabase() AND table IN ('roll_up', 'log') AND active GROUP BY table`;

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
      .then(() => {
        this.#next = undefined;
        return this.#read();
      });
    this.#last = this.#next;
    return this.#next;
  }

  async #read(): Promise<TableVersions> {
    const rows = await this.#runner.rows<Row>(versionsSql);
    const versionOf = (table: string) => rows.find(({ owner }) => owner === table)?.version ?? "";
    return { sums: versionOf("roll_up"), log: versionOf("log") };
  }
}
