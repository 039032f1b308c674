import { existsSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** One event as the instance has stored it. */
export interface StoredEvent {
  readonly name: string;
  readonly surface: string | null;
  readonly trigger: string | null;
  readonly source: string;
  readonly platform: string;
  readonly arguments: string | null;
}

const query = `SELECT facet.name, facet.surface, facet."trigger" AS "trigger", facet.source,
    facet.platform, event.arguments
  FROM event JOIN facet ON facet.id = event.facet ORDER BY event.sequence`;

/** Every event that an instance has stored, in the order of arrival. */
export function readEvents(dataFolder: string): readonly StoredEvent[] {
  const path = join(dataFolder, "events.db");
  if (!existsSync(path)) return [];
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    return database.prepare(query).all() as unknown as StoredEvent[];
  } finally {
    database.close();
  }
}
