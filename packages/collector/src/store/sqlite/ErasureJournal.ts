import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs";

/**
 * A file beside the database with the digest of everybody who was erased, a line each. It outlives the database: whoever
 * puts an older backup in its place, and leaves this file where it is, has everybody erased again who was erased since.
 */
export class ErasureJournal {
  readonly #path: string | undefined;

  /** @param database Path of the database; absent: it is in memory, and there is no journal. */
  constructor(database: string | null) {
    this.#path = database === null ? undefined : `${database}.erasures`;
  }

  /** Everybody's digest. A line that was being written when the machine went down is left out. */
  read(): readonly string[] {
    if (this.#path === undefined || !existsSync(this.#path)) return [];
    return readFileSync(this.#path, "utf8")
      .split("\n")
      .filter((line) => /^[0-9a-f]{64}$/.test(line));
  }

  /** Adds digests, and returns when they are on disk. */
  add(digests: readonly string[]): void {
    if (this.#path === undefined || digests.length === 0) return;
    const file = openSync(this.#path, "a", 0o600);
    try {
      // It begins with a line feed, so that half a line before it spoils nothing.
      writeSync(file, `\n${digests.join("\n")}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }
}
