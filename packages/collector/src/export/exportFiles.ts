/** What can be taken away as a file: tables of the page, and the events themselves. */
export const exportTables = ["actions", "series", "breakdowns", "events"] as const;

/** @see exportTables */
export type ExportTable = (typeof exportTables)[number];

/** In which forms. */
export const exportFormats = ["csv", "jsonl", "parquet"] as const;

/** @see exportFormats */
export type ExportFormat = (typeof exportFormats)[number];

/** Every file there is: `events.csv`, and so on. */
export const exportFileNames = exportTables.flatMap((table) =>
  exportFormats.map((format) => `${table}.${format}` as const),
);
