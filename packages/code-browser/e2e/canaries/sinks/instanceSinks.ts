import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { patience } from "../../library/patience.ts";
import { readEvents } from "../../library/readEvents.ts";
import { toBytes, type Sink } from "./Sink.ts";

/** A text that was printed is there in a moment. */
const often = { ...patience, interval: 5 };

/** What the instance keeps and prints. */
export const instanceSinks: readonly Sink[] = [
  {
    name: "database files",
    read: ({ instance }) => readFolder(instance.dataFolder),
    // The one way for a text into the database: somebody opts in to it.
    plant: ({ instance }, { text }) => storeArguments(instance.eventsUrl, encodeURIComponent(text)),
  },
  {
    name: "analytics",
    read: ({ instance }) => readAnalytics(instance.eventsUrl),
    plant: ({ instance }, { text }) => storeArguments(instance.eventsUrl, encodeURIComponent(text)),
  },
  {
    name: "standard output",
    read: ({ instance }) => toBytes(instance.stdout()),
    plant: async ({ instance }, { text }) => {
      instance.print(text);
      await expect.poll(() => instance.stdout().includes(text), often).toBe(true);
    },
  },
  {
    name: "standard error",
    read: ({ instance }) => toBytes(instance.stderr()),
    plant: async ({ instance }, { text }) => {
      instance.print(text);
      await expect.poll(() => instance.stderr().includes(text), often).toBe(true);
    },
  },
];

/** Every file, also those in which the database keeps what it has not yet put in its place. */
function readFolder(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "latin1"))
    .join("\n");
}

const analyticsPaths = [
  "/.api/analytics/overview?range=24h",
  "/.api/analytics/actions?range=24h",
  "/.api/analytics/errors",
  "/healthz",
];

/** What an administrator is shown: all that is kept of every event, however its database packs it, and what is counted. */
async function readAnalytics(address: string): Promise<string> {
  const events = await readEvents(address);
  const answers = analyticsPaths.map(async (path) => (await fetch(new URL(path, address))).text());
  return toBytes([JSON.stringify(events), ...(await Promise.all(answers))].join("\n"));
}

async function storeArguments(eventsUrl: string, text: string): Promise<void> {
  const now = new Date().toISOString();
  const time = Date.now().toString(16).padStart(12, "0");
  const id = `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
  const batch = {
    version: 1,
    sentAt: now,
    source: "WEB",
    anonymizedUserId: randomUUID(),
    sourcegraphURL: new URL(eventsUrl).origin,
    platform: "web",
    client: { name: "control", version: "1" },
    events: [{ id, name: "control", time: now, arguments: { text } }],
  };
  const response = await fetch(eventsUrl, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(batch),
  });
  expect(await response.json()).toMatchObject({ accepted: 1 });
}
