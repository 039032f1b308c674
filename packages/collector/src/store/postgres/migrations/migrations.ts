import type { Migration } from "../migrate.ts";
import { addContexts } from "./addContexts.ts";
import { createJoins } from "./createJoins.ts";
import { createFunctions } from "./createFunctions.ts";
import { createTables } from "./createTables.ts";
import { packCounts } from "./packCounts.ts";
import { packEvents } from "./packEvents.ts";

/**
 * The schema's history. Entry N leads from version N to N + 1; entries are never edited once released, only added. The
 * version is kept in `schema_version`.
 */
export const migrations: readonly Migration[] = [
  createTables + createFunctions,
  "ALTER TABLE ping ADD COLUMN answer text NOT NULL DEFAULT ''",
  packCounts,
  packEvents,
  addContexts,
  createJoins,
];
