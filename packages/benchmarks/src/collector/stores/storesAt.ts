import { postgresStores } from "./postgresStores.ts";
import type { StoreKind } from "./StoreKind.ts";

/** Those that a `DATABASE_URL` leads to: of a PostgreSQL new databases, otherwise always the same one, which is filled more and more. */
export function storesAt(url: string): StoreKind {
  const protocol = new URL(url).protocol.slice(0, -1);
  if (/^postgres(?:ql)?$/.test(protocol)) return postgresStores(url);
  return {
    name: protocol === "clickhouse" ? "ClickHouse" : protocol,
    make: async () => url,
    bytesOf: async () => undefined,
    remove: async () => undefined,
  };
}
