import type { OpenOptions } from "../OpenOptions.ts";
import { SqliteEventStore } from "./SqliteEventStore.ts";
import { SqliteReader } from "./SqliteReader.ts";
import { SqliteWriter } from "./SqliteWriter.ts";
import { openDatabase } from "./openDatabase.ts";
import { callHere } from "./threads/callHere.ts";
import { callWorker } from "./threads/callWorker.ts";
import { handleReads, handleWrites } from "./threads/handlers.ts";

/**
 * Opens the embedded store in a file (or `:memory:`), made and migrated if needed. One process writes; others may read. A
 * file gets two threads of its own, one that writes and one that reads: nothing that the database does holds up requests,
 * and no question holds up what is stored.
 *
 * @example
 * const store = openSqliteStore("data/events.db");
 * const { app } = createCollector({ store });
 */
export function openSqliteStore(path: string, options: OpenOptions = {}): SqliteEventStore {
  const database = openDatabase(path, options);
  if (path === ":memory:") {
    const reader = new SqliteReader(database);
    return new SqliteEventStore(
      callHere(handleWrites(new SqliteWriter(database))),
      callHere(handleReads(reader, database)),
    );
  }
  // Trouble with the file shows here and now; the threads connect for themselves.
  database.close();
  return new SqliteEventStore(
    callWorker(threadEntry("writerThread"), path),
    callWorker(threadEntry("readerThread"), path),
  );
}

/** The module of a thread: beside this one, and a source if this is one. */
function threadEntry(name: "writerThread" | "readerThread"): URL {
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  return new URL(`./threads/${name}.${extension}`, import.meta.url);
}
