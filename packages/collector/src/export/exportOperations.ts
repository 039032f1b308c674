import { analyticsPath } from "../analytics/analyticsPath.ts";
import type { Operation } from "../http/Operation.ts";
import { oneOf } from "../query/Parameter.ts";
import { queryParameters } from "../query/queryParameters.ts";
import { exportFileNames } from "./exportFiles.ts";

/** What names a file. */
export const fileParameter = oneOf(exportFileNames, "A table, and the form it is wanted in.");

const { compare: _, ...parameters } = queryParameters;

/** The exports, described. */
export const exportOperations: readonly Operation[] = [
  {
    method: "get",
    path: `${analyticsPath}/exports/{file}`,
    tag: "Exports",
    summary: "A table, or the stored events, as a file",
    description:
      "Written while it is read, at constant memory. CSV is UTF-8 after RFC 4180; text that a spreadsheet would take for a formula begins with an apostrophe. JSON Lines and Parquet hold everything as it is. A stream that breaks off ends the connection, so that no part is taken for the whole.",
    isGuarded: true,
    pathParameters: { file: fileParameter },
    parameters,
    answer: {
      description: "To be saved.",
      content: {
        "text/csv": "CSV with a line of names.",
        "application/jsonl": "An object on each line.",
        "application/vnd.apache.parquet": "Parquet.",
      },
    },
    refusals: [400, 404, 503],
  },
];
