/** Serves the built page over a year of made-up events, to look at: `node --conditions=@action-telemetry/source proofs/seeded/main.ts [port]`. */
import { createAdaptorServer } from "@hono/node-server";
import { createCollector } from "../../src/collector/createCollector.ts";
import { openSqliteStore } from "../../src/store/sqlite/openSqliteStore.ts";
import { seedStore } from "../../src/testing/seedStore.ts";

const port = Number(process.argv[2] ?? 7081);
const store = openSqliteStore(":memory:");
await seedStore(store, { now: Date.now(), days: 400, visits: 70 });
const { app } = createCollector({ store });
createAdaptorServer({ fetch: app.fetch }).listen(port, "127.0.0.1", () =>
  process.stdout.write(`http://127.0.0.1:${port}/analytics\n`),
);
