import type { DatabaseSync } from "node:sqlite";
import type { SqliteReader } from "../SqliteReader.ts";
import type { SqliteWriter } from "../SqliteWriter.ts";
import type { CallHandler } from "./Caller.ts";

/** Answers calls of the writer's methods. */
export function handleWrites(writer: SqliteWriter): CallHandler {
  return (name, args) => callMethod(writer, name, args);
}

/** Answers calls of the reader's methods, each from one state of the database. */
export function handleReads(reader: SqliteReader, database: DatabaseSync): CallHandler {
  return (name, args) => {
    if (name === "close") return reader.close();
    database.exec("BEGIN");
    try {
      return callMethod(reader, name, args);
    } finally {
      database.exec("COMMIT");
    }
  };
}

/** Names come from the store's own code alone. */
function callMethod(target: object, name: string, args: readonly unknown[]): unknown {
  const method: unknown = Reflect.get(target, name);
  if (typeof method !== "function") throw new TypeError(`There is no method ${name}.`);
  return Reflect.apply(method, target, args);
}
