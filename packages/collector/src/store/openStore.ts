import type { Result } from "@action-telemetry/event-schema";
import { fileURLToPath } from "node:url";
import { openClickHouseStore } from "./clickhouse/openClickHouseStore.ts";
import { parseClickHouseURL } from "./clickhouse/parseClickHouseURL.ts";
import type { EventStore } from "./EventStore.ts";
import type { OpenOptions } from "./OpenOptions.ts";
import { openPostgresStore } from "./postgres/openPostgresStore.ts";
import { parsePostgresURL } from "./postgres/parsePostgresURL.ts";
import { openSqliteStore } from "./sqlite/openSqliteStore.ts";

/** A kind of database that events can live in. */
interface StoreKind {
  readonly schemes: readonly string[];
  /** What an address looks like, for messages. */
  readonly example: string;
  /** What is wrong with an address, without a secret of it. */
  check(url: string): string | undefined;
  open(url: string, options: OpenOptions): Promise<EventStore>;
}

const kinds: readonly StoreKind[] = [
  {
    schemes: ["file:"],
    example: "file:///absolute/path/events.db",
    check: (url) => (url.startsWith("file:///") ? undefined : "is not the address of a file"),
    async open(url, options) {
      const store = openSqliteStore(fileURLToPath(url), options);
      await store.ready();
      return store;
    },
  },
  {
    schemes: ["postgres:", "postgresql:"],
    example: "postgres://user:password@host/database",
    check(url) {
      const address = parsePostgresURL(url);
      return address.ok ? undefined : address.error;
    },
    open: openPostgresStore,
  },
  {
    schemes: ["clickhouse:", "clickhouses:"],
    example: "clickhouse://user:password@host:8123/database",
    check(url) {
      const addresses = parseClickHouseURL(url);
      return addresses.ok ? undefined : addresses.error;
    },
    open: openClickHouseStore,
  },
];

/** What addresses of databases look like, for messages. */
export const storeExamples = kinds.map(({ example }) => example).join(" or ");

/** Whether a URL is the address of a database; if not, the rest of a sentence that says why and repeats no secret. */
export function checkStoreURL(url: string): Result<string, string> {
  const kind = kindOf(url);
  if (kind !== undefined) {
    const problem = kind.check(url);
    return problem === undefined ? { ok: true, value: url } : { ok: false, error: problem };
  }
  const scheme = URL.canParse(url) ? new URL(url).protocol.slice(0, -1) : undefined;
  const error =
    scheme === undefined
      ? "is not a URL"
      : `has the scheme ${JSON.stringify(scheme)}, which this version does not know`;
  return { ok: false, error };
}

/**
 * Opens the store that a URL names: `file:///…` the embedded one, `postgres://…` one in PostgreSQL, `clickhouse://…` one in
 * ClickHouse.
 *
 * @throws if the URL is none, or the database cannot be opened.
 *
 * @example
 * const store = await openStore("postgres://telemetry@localhost/telemetry");
 */
export async function openStore(url: string, options: OpenOptions = {}): Promise<EventStore> {
  const kind = kindOf(url);
  const address = checkStoreURL(url);
  if (kind === undefined || !address.ok) {
    throw new Error(
      `@action-telemetry/collector: The URL of the database ${address.ok ? "is none" : address.error}. ` +
        `Without a database nothing can be kept. Use ${storeExamples}.`,
    );
  }
  try {
    return await kind.open(url, options);
  } catch (error) {
    throw new Error(`The database ${describeStoreURL(url)} cannot be opened: ${reasonOf(error)}`, {
      cause: error,
    });
  }
}

/** The URL of a database without user, password and parameters: fit to be shown. */
export function describeStoreURL(url: string): string {
  if (!URL.canParse(url)) return "(not a URL)";
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}

function kindOf(url: string): StoreKind | undefined {
  const scheme = URL.canParse(url) ? new URL(url).protocol : undefined;
  return kinds.find(({ schemes }) => scheme !== undefined && schemes.includes(scheme));
}

/** Where several addresses of a host were tried, the error has only a code. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message || ("code" in error ? String(error.code) : error.name);
}
