import { expect, it, onTestFinished } from "vitest";
import { createCollector } from "../collector/createCollector.ts";
import { openSqliteStore } from "../store/sqlite/openSqliteStore.ts";
import { testBatch, testEvent, testNow, testRequest } from "../testing/batches.ts";

function setUp(adminToken?: string) {
  const store = openSqliteStore(":memory:");
  onTestFinished(() => store.close());
  const { app } = createCollector({ store, clock: { now: () => testNow }, adminToken });
  const read = async (headers: Record<string, string> = {}) => {
    const answer = await app.request("http://localhost/metrics", { headers });
    return { status: answer.status, text: await answer.text() };
  };
  return { app, read };
}

it("Prometheus is told how many events came, and how long requests took", async () => {
  const { app, read } = setUp();
  const events = [testEvent(1), testEvent(2), { ...testEvent(3), name: "not an ID" }];
  const body = JSON.stringify(testBatch(events));
  await app.fetch(testRequest(body));
  await app.fetch(testRequest(body));
  await app.request("http://localhost/secret/path?q=secret");
  const { status, text } = await read();
  expect(status).toBe(200);
  expect(text).toContain('action_telemetry_events_total{result="accepted"} 2');
  expect(text).toContain('action_telemetry_events_total{result="duplicate"} 2');
  expect(text).toContain('action_telemetry_events_total{result="rejected"} 2');
  expect(text).toContain("action_telemetry_append_duration_seconds_count 2");
  expect(text).toMatch(/route="\/\.api\/action-events",method="POST",status="200"\} 2/u);
  expect(text).toMatch(/route="none",method="GET",status="404"\} 1/u);
  expect(text).toContain("process_cpu_seconds_total");
});

it("no content of an event, and no word that a client chose, is among the metrics", async () => {
  const { app, read } = setUp();
  const event = testEvent(1, { name: "secret.action", surface: "secret" });
  await app.fetch(testRequest(JSON.stringify(testBatch([event]))));
  await app.request("http://localhost/.api/analytics/users/secret", { method: "SECRET" });
  expect((await read()).text).not.toMatch(/secret/iu);
});

it("metrics are for the administrator alone", async () => {
  const { read } = setUp("correct-horse-battery");
  expect((await read()).status).toBe(401);
  expect((await read({ authorization: "Bearer correct-horse-battery" })).status).toBe(200);
});
