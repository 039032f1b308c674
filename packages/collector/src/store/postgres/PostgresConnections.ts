import {
  DatabaseError,
  Pool,
  type PoolClient,
  type PoolConfig,
  type QueryResultRow,
  types,
} from "pg";
import type { PostgresAddress } from "./parsePostgresURL.ts";

interface Limits {
  /** How many connections there are at most. */
  readonly connections: number;
  /** How long it may take to get one, in milliseconds. */
  readonly connectMs: number;
  /** How long a statement may take, in milliseconds. */
  readonly statementMs: number;
}

/**
 * Clients wait for what is stored, so that it must not take long; a page asks many questions at once, which may wait for
 * each other; and upkeep may take its time without being in anybody's way.
 */
const limitsFor = {
  append: { connections: 2, connectMs: 2000, statementMs: 5000 },
  read: { connections: 4, connectMs: 15_000, statementMs: 30_000 },
  upkeep: { connections: 2, connectMs: 15_000, statementMs: 3_600_000 },
} as const satisfies Readonly<Record<string, Limits>>;

/** Counting people takes memory; compiling a statement takes longer here than running it. */
const settings = "-c work_mem=64MB -c jit=off";

/** What a connection is for. */
export type Purpose = keyof typeof limitsFor;

/** Runs statements: a pool, or one connection in a transaction. */
export interface Runner {
  rows<Row extends QueryResultRow>(
    sql: string,
    values?: readonly unknown[],
  ): Promise<readonly Row[]>;
  /** Resolves to how many rows were changed. */
  run(sql: string, values?: readonly unknown[]): Promise<number>;
}

/** The connections of one store: few, each bounded in time, and made again after the server was away. */
export class PostgresConnections {
  readonly #pools: Readonly<Record<Purpose, Pool>>;
  #isClosed = false;

  constructor(address: PostgresAddress) {
    this.#pools = {
      append: createPool(address, "append"),
      read: createPool(address, "read"),
      upkeep: createPool(address, "upkeep"),
    };
  }

  /** Runs single statements, each a transaction of its own. */
  for(purpose: Purpose): Runner {
    return runnerOf((query) => this.#query(purpose, query));
  }

  /** Runs several statements in one transaction, undone if the action rejects. */
  async transact<Value>(
    purpose: Purpose,
    action: (runner: Runner) => Promise<Value>,
  ): Promise<Value> {
    const client = await this.#connect(purpose);
    try {
      const runner = runnerOf((query) => client.query(query));
      await runner.run("BEGIN");
      const value = await action(runner);
      await runner.run("COMMIT");
      client.release();
      return value;
    } catch (error) {
      // The connection may be in any state: closing it undoes the transaction for certain.
      client.release(true);
      throw error;
    }
  }

  /** A transaction that sees the database as it was at its first statement; to be ended by the caller. */
  async openSnapshot(): Promise<Runner & { end(): void }> {
    const client = await this.#connect("upkeep");
    const runner = runnerOf((query) => client.query(query));
    await runner.run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    return { ...runner, end: () => client.release(true) };
  }

  /** Waits for what is under way. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await Promise.all(Object.values(this.#pools).map((pool) => pool.end()));
  }

  async #query(purpose: Purpose, query: Query) {
    const client = await this.#connect(purpose);
    try {
      const result = await client.query(query);
      client.release();
      return result;
    } catch (error) {
      // After an error that the server has not reported, it is unknown what the connection is doing.
      client.release(!isReported(error));
      throw error;
    }
  }

  async #connect(purpose: Purpose): Promise<PoolClient> {
    if (this.#isClosed) {
      throw new Error("@action-telemetry/collector: The store is closed. Open it again to go on.");
    }
    return this.#pools[purpose].connect();
  }
}

interface Query {
  readonly text: string;
  readonly values: unknown[];
}

function runnerOf(
  query: (query: Query) => Promise<{ readonly rows: unknown[]; readonly rowCount: number | null }>,
): Runner {
  return {
    async rows<Row>(sql: string, values: readonly unknown[] = []) {
      return (await query({ text: sql, values: [...values] })).rows as readonly Row[];
    },
    async run(sql, values = []) {
      return (await query({ text: sql, values: [...values] })).rowCount ?? 0;
    },
  };
}

function createPool(address: PostgresAddress, purpose: Purpose): Pool {
  const { connections, connectMs, statementMs } = limitsFor[purpose];
  const config: PoolConfig = {
    ...address,
    options: `${settings} ${address.options ?? ""}`,
    application_name: `action-telemetry ${purpose}`,
    max: connections,
    connectionTimeoutMillis: connectMs,
    idleTimeoutMillis: 60_000,
    allowExitOnIdle: true,
    keepAlive: true,
    statement_timeout: statementMs,
    // The server did not even say that the time is over.
    query_timeout: statementMs + 1000,
    idle_in_transaction_session_timeout: statementMs,
    types: { getTypeParser },
  };
  const pool = new Pool(config);
  // Who uses a connection that breaks is told by what they wait for, and the pool replaces one that nobody uses: without
  // listeners either would end the process.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

/** Whole numbers of 64 bits are numbers here: none that we keep is too large. */
const getTypeParser: typeof types.getTypeParser = ((oid: number, format: "text") =>
  oid === types.builtins.INT8
    ? Number
    : types.getTypeParser(oid, format)) as typeof types.getTypeParser;

/** Whether the server itself has reported an error, so that the connection is sound. */
function isReported(error: unknown): boolean {
  return sqlStateOf(error) !== undefined;
}

/** The code by which PostgreSQL tells errors apart, of those that the server has reported. */
export function sqlStateOf(error: unknown): string | undefined {
  return error instanceof DatabaseError ? error.code : undefined;
}
