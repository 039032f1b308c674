import type { Analytics } from "../analytics/Analytics.ts";
import { type AnalyticsQuery, facets } from "../query/AnalyticsQuery.ts";
import type { ExportTable } from "./exportFiles.ts";
import type { Column, Row, Table } from "./Table.ts";

type Asked = Pick<Analytics, "actions" | "breakdown" | "executions" | "users">;
type Counts = Readonly<
  Record<
    Exclude<ExportTable, "events">,
    {
      readonly columns: readonly Column[];
      readonly read: (analytics: Asked, query: AnalyticsQuery) => Promise<readonly Row[]>;
    }
  >
>;

const executions: Column = { name: "executions", type: "integer" };
const users: Column = { name: "users", type: "integer" };

const counts: Counts = {
  actions: {
    columns: [
      { name: "action", type: "text" },
      executions,
      users,
      { name: "share", type: "number" },
      { name: "succeeded", type: "integer" },
      { name: "failed", type: "integer" },
      { name: "cancelled", type: "integer" },
      { name: "p50Ms", type: "number" },
      { name: "p95Ms", type: "number" },
    ],
    read: readActions,
  },
  series: {
    columns: [
      { name: "bucket", type: "text" },
      executions,
      users,
      { name: "complete", type: "boolean" },
    ],
    read: readSeries,
  },
  breakdowns: {
    columns: [{ name: "by", type: "text" }, { name: "value", type: "text" }, executions, users],
    read: readBreakdowns,
  },
};

/** A table of the page: small, and read at once. */
export function countTable(name: keyof Counts, analytics: Asked, query: AnalyticsQuery): Table {
  const { columns, read } = counts[name];
  return { columns, pages: onePage(() => read(analytics, query)) };
}

/** Nothing is asked before somebody reads: whoever hangs up first leaves no answer behind that nobody takes. */
async function* onePage(read: () => Promise<readonly Row[]>): AsyncGenerator<readonly Row[]> {
  yield await read();
}

async function readActions(analytics: Asked, query: AnalyticsQuery): Promise<readonly Row[]> {
  const { actions } = await analytics.actions({ ...query, hasComparison: false });
  return actions.map(({ id, executions: count, users: people, share, endings }) => [
    id,
    count,
    people,
    share,
    endings?.succeeded ?? null,
    endings?.failed ?? null,
    endings?.cancelled ?? null,
    endings?.p50Ms ?? null,
    endings?.p95Ms ?? null,
  ]);
}

/** What is under way says that it is not complete; what is to come is left out. */
async function readSeries(analytics: Asked, query: AnalyticsQuery): Promise<readonly Row[]> {
  const { buckets, complete, begun, series } = await analytics.executions(query, "all");
  const people = await analytics.users(query);
  return buckets
    .slice(0, begun)
    .map((bucket, index) => [
      bucket,
      series[0]?.executions[index] ?? 0,
      people.users[index] ?? 0,
      index < complete,
    ]);
}

async function readBreakdowns(analytics: Asked, query: AnalyticsQuery): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const facet of facets) {
    const answer = await analytics.breakdown(query, facet);
    for (const { key, executions: count, users: people } of answer.rows) {
      rows.push([facet, key, count, people]);
    }
  }
  return rows;
}
