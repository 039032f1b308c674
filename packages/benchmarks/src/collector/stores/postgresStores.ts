import { Client } from "pg";
import type { StoreKind } from "./StoreKind.ts";

/**
 * Each in a database of its own, on the server of a database whose user may make more.
 *
 * @param address - The URL of that database; nothing is stored in it.
 */
export function postgresStores(address: string): StoreKind {
  const made: string[] = [];
  return {
    name: "PostgreSQL",
    async make() {
      const name = `bench_${process.pid}_${made.length + 1}`;
      await query(address, `CREATE DATABASE ${name}`);
      made.push(name);
      const url = new URL(address);
      url.pathname = `/${name}`;
      return url.href;
    },
    async bytesOf(url) {
      const rows = await query(
        url,
        // What is the same in an empty database is none of the events'.
        `SELECT sum(pg_total_relation_size(oid)) AS bytes FROM pg_class
         WHERE relkind IN ('r', 'p') AND relnamespace = current_schema()::regnamespace`,
      );
      return Number(rows[0]?.["bytes"]);
    },
    async remove() {
      for (const name of made) await query(address, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function query(url: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
