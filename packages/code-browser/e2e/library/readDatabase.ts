import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** One event as the instance has stored it. */
export interface StoredRow {
  readonly name: string;
  readonly surface: string;
  readonly trigger: string;
  readonly arguments: string | null;
}

/** Reads every event that an instance has stored, in the order of their arrival. */
export function readDatabase(dataFolder: string): StoredRow[] {
  const database = new DatabaseSync(join(dataFolder, "events.db"), { readOnly: true });
  try {
    const rows = database
      .prepare(
        `SELECT facet.name, facet.surface, facet."trigger", event.arguments
         FROM event JOIN facet ON facet.id = event.facet ORDER BY event.sequence`,
      )
      .all();
    return rows.map((row) => ({
      name: String(row["name"]),
      surface: String(row["surface"]),
      trigger: String(row["trigger"]),
      arguments: row["arguments"] === null ? null : String(row["arguments"]),
    }));
  } finally {
    database.close();
  }
}
