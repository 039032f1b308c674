import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import type { StoreKind } from "./StoreKind.ts";

/** Each in a file of its own. */
export async function sqliteStores(): Promise<StoreKind> {
  const folder = await mkdtemp(join(process.env["DATA_DIR"] ?? tmpdir(), "bench-collector-"));
  let made = 0;
  return {
    name: "SQLite",
    async make() {
      made += 1;
      return pathToFileURL(join(folder, `${made}.db`)).href;
    },
    async bytesOf(url) {
      return (await stat(new URL(url))).size;
    },
    remove: () => rm(folder, { recursive: true }),
  };
}
