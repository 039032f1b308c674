import type { ClickHouseClient, ClickHouseSettings, Row as ClientRow } from "@clickhouse/client";
import type { ClickHouseAddress } from "./parseClickHouseURL.ts";

/** How long a statement of each kind may take, in milliseconds. */
const limits = { append: 10_000, read: 30_000, upkeep: 3_600_000 } as const;

/** What a statement is for. */
export type Purpose = keyof typeof limits;

/** How many statements of all kinds are sent at once. */
const maxConnections = 8;

const settings: ClickHouseSettings = {
  // An answer comes after the part is written: the server gathers nothing in its memory.
  async_insert: 0,
  // An error after the first rows would otherwise look like the end of the answer.
  wait_end_of_query: 1,
  // One insert is one block, and so one part: all of it is stored, or nothing.
  input_format_parallel_parsing: 0,
  max_insert_threads: "1",
  max_insert_block_size: "10000000",
  min_insert_block_size_rows: "10000000",
  min_insert_block_size_bytes: "10000000000",
  mutations_sync: "2",
  lightweight_deletes_sync: "2",
  // The marks and the sums that they belong to are read as of one moment.
  enable_shared_storage_snapshot_in_query: 1,
  output_format_json_quote_64bit_integers: 0,
  max_query_size: "100000000",
} as ClickHouseSettings;

/** Statements to one server over HTTP, each bounded in time. */
export class ClickHouseConnection {
  readonly #clients: Clients;
  #isClosed = false;

  private constructor(clients: Clients) {
    this.#clients = clients;
  }

  /** Loads the client, which who keeps events elsewhere does not need. Connects with the first statement. */
  static async create(address: ClickHouseAddress): Promise<ClickHouseConnection> {
    const { ClickHouseLogLevel, createClient } = await import("@clickhouse/client");
    const clientFor = (purpose: Purpose, hasSettings = true) =>
      createClient({
        url: address.url,
        username: address.user,
        password: address.password,
        database: address.database,
        application: "action-telemetry",
        max_open_connections: maxConnections,
        // The server gives up first, so that what it was told is known to be undone.
        request_timeout: limits[purpose] + 2000,
        clickhouse_settings: hasSettings
          ? { ...settings, max_execution_time: limits[purpose] / 1000 }
          : {},
        log: { level: ClickHouseLogLevel.OFF },
      });
    return new ClickHouseConnection({
      append: clientFor("append"),
      read: clientFor("read"),
      upkeep: clientFor("upkeep"),
      plain: clientFor("read", false),
    });
  }

  /** The server's version, such as `26.7.2.1`; asked without a setting that an old one would not know. */
  async version(): Promise<string> {
    const client = this.#clientFor("plain");
    return hideContent(async () => {
      const result = await client.query({ query: "SELECT version()", format: "TabSeparated" });
      return (await result.text()).trim();
    });
  }

  /** The rows of a query. */
  async rows<Row>(sql: string, purpose: Purpose = "read"): Promise<readonly Row[]> {
    const client = this.#clientFor(purpose);
    return hideContent(async () => {
      const result = await client.query({ query: sql, format: "JSONEachRow" });
      return result.json<Row>();
    });
  }

  /** The rows of a query as they arrive, so that any number of them takes little memory. */
  async *stream<Row>(sql: string): AsyncGenerator<readonly Row[]> {
    const client = this.#clientFor("upkeep");
    const result = await hideContent(() =>
      client.query({
        query: sql,
        format: "JSONEachRow",
        clickhouse_settings: { wait_end_of_query: 0 },
      }),
    );
    const pages: AsyncIterator<readonly ClientRow<Row, "JSONEachRow">[]> = result
      .stream<Row>()
      [Symbol.asyncIterator]();
    for (;;) {
      const page = await hideContent(() => pages.next());
      if (page.done === true) return;
      yield page.value.map((row) => row.json<Row>());
    }
  }

  /** Runs a statement without rows. */
  async run(sql: string, purpose: Purpose = "upkeep"): Promise<void> {
    const client = this.#clientFor(purpose);
    await hideContent(() => client.command({ query: sql }));
  }

  /**
   * Stores rows, all or nothing.
   *
   * @param token - Of several inserts into one table with the same token, the first one counts; the others do nothing.
   */
  async insert(
    table: string,
    columns: readonly string[],
    rows: readonly (readonly unknown[])[],
    { purpose = "append", token }: InsertOptions = {},
  ): Promise<void> {
    const [first, ...others] = columns;
    if (rows.length === 0 || first === undefined) return;
    const client = this.#clientFor(purpose);
    await hideContent(() =>
      client.insert({
        table,
        columns: [first, ...others],
        values: [...rows],
        format: "JSONCompactEachRow",
        clickhouse_settings:
          token === undefined
            ? { insert_deduplicate: 0 }
            : { insert_deduplicate: 1, insert_deduplication_token: token },
      }),
    );
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await Promise.all(Object.values(this.#clients).map((client) => client.close()));
  }

  #clientFor(purpose: keyof Clients): ClickHouseClient {
    if (!this.#isClosed) return this.#clients[purpose];
    throw new Error("@action-telemetry/collector: The store is closed. Open it again to go on.");
  }
}

type Clients = Readonly<Record<Purpose | "plain", ClickHouseClient>>;

interface InsertOptions {
  readonly purpose?: Purpose;
  readonly token?: string;
}

/** An error of the server or on the way to it. */
class ClickHouseTrouble extends Error {
  /** @param type - Such as `UNKNOWN_TABLE` or `ECONNREFUSED`. */
  constructor(type: string) {
    super(
      `@action-telemetry/collector: ClickHouse did not do what it was asked to: ${type}. ` +
        "Nothing of it is acknowledged. The server's own log says more.",
    );
  }
}

/** The server's messages repeat statements, and so what events say: only the kind of trouble is passed on. */
async function hideContent<Value>(action: () => Promise<Value>): Promise<Value> {
  try {
    return await action();
  } catch (error) {
    throw new ClickHouseTrouble(typeOf(error));
  }
}

function typeOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const { type, code } = error as Error & { readonly type?: unknown; readonly code?: unknown };
  if (typeof type === "string" && /^[A-Z_]+$/u.test(type)) return type;
  if (typeof code === "string" && /^[A-Z_]+$/u.test(code)) return code;
  return /timeout/iu.test(error.message) ? "timeout" : "no answer";
}
