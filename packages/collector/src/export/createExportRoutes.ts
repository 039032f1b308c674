import { Hono } from "hono";
import { Analytics } from "../analytics/Analytics.ts";
import { errorAnswer } from "../http/errorAnswer.ts";
import { noSuchRoute, storageUnavailable } from "../http/refusals.ts";
import type { AnalyticsQuery } from "../query/AnalyticsQuery.ts";
import { parseQuery } from "../query/parseQuery.ts";
import { queryToSelection } from "../query/queryToSelection.ts";
import type { EventStore } from "../store/EventStore.ts";
import { periodTimes } from "../time/calendar.ts";
import type { Clock } from "../time/Clock.ts";
import { countTable } from "./countTable.ts";
import { eventTable } from "./eventTable.ts";
import type { ExportFormat, ExportTable } from "./exportFiles.ts";
import { fileParameter } from "./exportOperations.ts";
import type { Table } from "./Table.ts";
import { toStream } from "./toStream.ts";
import { writeCsv } from "./writeCsv.ts";
import { writeJsonLines } from "./writeJsonLines.ts";
import { writeParquet } from "./writeParquet.ts";

/** What the exports need. */
export interface ExportRoutesOptions {
  readonly store: EventStore;
  readonly clock: Clock;
}

const writers = {
  csv: { type: "text/csv; charset=utf-8; header=present", write: writeCsv },
  jsonl: { type: "application/jsonl; charset=utf-8", write: writeJsonLines },
  parquet: { type: "application/vnd.apache.parquet", write: writeParquet },
} as const;

/** `GET {file}`: a table or the events as a file, described by `exportOperations`: its path must be guarded. */
export function createExportRoutes({ store, clock }: ExportRoutesOptions): Hono {
  const analytics = new Analytics(store, clock);
  const tableOf = (name: ExportTable, query: AnalyticsQuery): Table => {
    if (name !== "events") return countTable(name, analytics, query);
    const { period, filter } = queryToSelection(query, clock.now());
    return eventTable(store, { occurred: periodTimes(period), filter });
  };
  const routes = new Hono();
  routes.get("/:file", async (context) => {
    const file = fileParameter.parse(context.req.param("file"));
    if (!file.ok) return errorAnswer(noSuchRoute);
    const { query, problems } = parseQuery(new URL(context.req.url).searchParams);
    if (problems.length > 0) {
      const message = problems.join(" ");
      return errorAnswer({ status: 400, code: "invalid-parameter", message });
    }
    const [name, format] = file.value.split(".") as [ExportTable, ExportFormat];
    const { type, write } = writers[format];
    try {
      const body = await toStream(write(tableOf(name, query)));
      return new Response(body, { headers: headersOf(file.value, type) });
    } catch {
      return errorAnswer(storageUnavailable);
    }
  });
  return routes;
}

/** The name is one of ours: nothing that anybody sent is in it. */
function headersOf(file: string, type: string): Readonly<Record<string, string>> {
  return {
    "content-type": type,
    "content-disposition": `attachment; filename="${file}"`,
  };
}
