import { expect, it, onTestFinished } from "vitest";
import { createCollector } from "../collector/createCollector.ts";
import { openSqliteStore } from "../store/sqlite/openSqliteStore.ts";

it("leaves nothing behind of streams that were asked for by HEAD", async () => {
  const store = openSqliteStore(":memory:");
  onTestFinished(() => store.close());
  const { app, close } = createCollector({ store });
  onTestFinished(close);
  const ask = (method: string) =>
    app.fetch(new Request("http://localhost/.api/analytics/live", { method }));
  for (let time = 0; time < 100; time += 1) expect((await ask("HEAD")).status).toBe(200);
  expect((await ask("GET")).status).toBe(200);
  // So many as watch are too many (control).
  const answers = await Promise.all(Array.from({ length: 64 }, async () => ask("GET")));
  expect(answers.at(-1)?.status).toBe(503);
});
