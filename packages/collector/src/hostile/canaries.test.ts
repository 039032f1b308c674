import { once } from "node:events";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, it } from "vitest";
import { testBatch, testEvent } from "../testing/batches.ts";
import { type CollectorProcess, startCollectorProcess } from "../testing/startProcess.ts";

const canary = "canary7f3e9d2b";
const adminToken = "token-canary8c4a1e";
let folder: string;
let collector: CollectorProcess;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "collector-"));
  collector = await startCollectorProcess({ DATA_DIR: folder, ADMIN_TOKEN: adminToken });
});
afterEach(() => {
  collector.child.kill("SIGKILL");
  rmSync(folder, { recursive: true });
});

const paths = [
  "/.api/action-events",
  "/v1/logs",
  "/.api/graphql",
  "/.api/error-reports",
  "/.api/session",
];

function stored(): string {
  const files = readdirSync(folder);
  expect(files.length).toBeGreaterThan(0);
  return files.map((file) => readFileSync(join(folder, file), "latin1")).join("");
}

/** Sends the canary wherever a request can hold something, but for what an event is made of. */
async function plant(): Promise<void> {
  const bodies: (string | Uint8Array<ArrayBuffer>)[] = [
    canary,
    JSON.stringify({ [canary]: canary }),
    JSON.stringify({ ...testBatch([testEvent(1)]), userName: canary }),
    JSON.stringify({
      ...testBatch([]),
      events: [
        { ...testEvent(2), title: canary },
        { ...testEvent(3), name: `${canary} <b>` },
      ],
    }),
    JSON.stringify({ query: `mutation { ${canary} }`, variables: { a: canary } }),
    JSON.stringify({ token: canary }),
    JSON.stringify({
      resourceLogs: [
        { scopeLogs: [{ logRecords: [{ eventName: canary, body: { stringValue: canary } }] }] },
      ],
    }),
    new Uint8Array(gzipSync(canary.repeat(1000))),
  ];
  const headers = {
    "user-agent": canary,
    referer: `https://${canary}.example/`,
    cookie: `action-telemetry-session=${canary}; id=${canary}`,
    origin: `https://${canary}.example`,
    "x-forwarded-for": canary,
    "x-real-ip": canary,
    "accept-language": canary,
    [`x-${canary}`]: canary,
  };
  for (const path of paths) {
    for (const body of bodies) {
      for (const type of ["application/json", canary]) {
        await fetch(`${collector.url}${path}?q=${canary}`, {
          method: "POST",
          headers: { ...headers, "content-type": type },
          body,
        });
      }
    }
  }
  for (const path of [
    `/${canary}`,
    `/analytics/assets/${canary}.js`,
    `/.api/analytics/${canary}?range=${canary}`,
  ]) {
    await fetch(collector.url + path, {
      headers: { ...headers, authorization: `Bearer ${canary}` },
    });
  }
  const { hostname, port } = new URL(collector.url);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => undefined);
  socket.end(`${canary} /${canary} HTTP/1.1\r\nHost: ${canary}\r\n${canary}\r\n\r\n`);
  socket.resume();
  await once(socket, "close");
}

it("says nothing of what it is sent in its output, its database or its metrics, nor of its token", async () => {
  await plant();
  const sound = JSON.stringify(testBatch([testEvent(9, { name: "control.canary" })]));
  await fetch(`${collector.url}/.api/action-events`, {
    method: "POST",
    headers: { "content-type": "application/json", "user-agent": canary },
    body: sound,
  });
  const asked = await fetch(`${collector.url}/metrics`, {
    headers: { authorization: `Bearer ${adminToken}` },
  });
  const metrics = await asked.text();
  collector.child.kill("SIGTERM");
  expect(await collector.ended).toBe(0);
  // Controls: each of them has something to say.
  expect(stored()).toContain("control.canary");
  expect(metrics).toContain("action_telemetry_events_total");
  expect(collector.output()).toContain('"event":"started"');
  for (const told of [stored(), metrics, collector.output()]) {
    expect(told).not.toContain(canary);
    expect(told).not.toContain(adminToken);
  }
  expect(collector.output()).not.toMatch(/control\.canary|user-1|127\.0\.0\.1(?!:)/);
});
