import { existsSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** One error report as the instance has stored it. */
export interface StoredReport {
  readonly id: string;
  readonly type: string;
  readonly release: string;
  readonly script: string;
  readonly action?: string;
  readonly codeHost?: string;
  readonly frames: readonly {
    readonly file: string;
    readonly line: number;
    readonly column: number;
  }[];
}

/** Every error report that an instance has stored, in the order of arrival. */
export function readReports(dataFolder: string): readonly StoredReport[] {
  const path = join(dataFolder, "events.db");
  if (!existsSync(path)) return [];
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const rows = database.prepare("SELECT body FROM error_report ORDER BY sequence").all();
    return rows.map(({ body }) => JSON.parse(String(body)) as StoredReport);
  } finally {
    database.close();
  }
}
