import { afterEach, expect, test } from "vitest";
import { actionTelemetry } from "../peers/actionTelemetry.ts";
import { opentelemetry } from "../peers/opentelemetry.ts";
import { segment } from "../peers/segment.ts";
import { PageFiles } from "./PageFiles.ts";
import { Receiver } from "./Receiver.ts";

const page = {
  files: new Map([["entry.js", "start()"]]),
  entry: "entry.js",
  initial: ["entry.js"],
};
const files = new PageFiles(page, "drive()");
const open: Receiver[] = [];

afterEach(async () => {
  for (const receiver of open.splice(0)) await receiver.close();
});

async function openReceiver(peer: typeof segment): Promise<Receiver> {
  const receiver = await Receiver.open(peer, files);
  open.push(receiver);
  return receiver;
}

function post(url: string, body: unknown): Promise<Response> {
  const headers = { "content-type": "application/json", origin: new URL(url).origin };
  return fetch(url, { method: "POST", body: JSON.stringify(body), headers });
}

const logRecord = { attributes: [{ key: "marker", value: { intValue: 3 } }] };
const logs = { resourceLogs: [{ scopeLogs: [{ logRecords: [logRecord] }] }] };
const track = { messageId: "a", properties: { marker: 3 } };

test("an event that comes twice under one identity is kept once", async () => {
  const receiver = await openReceiver(segment);
  for (let time = 0; time < 2; time++) await post(`${receiver.origin}/v1/t`, track);
  expect(receiver.arrivals).toHaveLength(2);
  expect(receiver.distinct()).toBe(1);
  expect(await receiver.stored()).toEqual([3]);
});

test("an event without an identity is kept as often as it comes", async () => {
  const receiver = await openReceiver(opentelemetry);
  for (let time = 0; time < 2; time++) await post(`${receiver.origin}/v1/logs`, logs);
  expect(await receiver.stored()).toEqual([3, 3]);
});

test("nothing arrives while the instance answers 503", async () => {
  const receiver = await openReceiver(segment);
  receiver.health = "failing";
  expect((await post(`${receiver.origin}/v1/t`, track)).status).toBe(503);
  expect(receiver.arrivals).toEqual([]);
  receiver.health = "well";
  await post(`${receiver.origin}/v1/t`, track);
  expect(receiver.distinct()).toBe(1);
});

test("connections are refused until it listens again, on the same port", async () => {
  const receiver = await openReceiver(segment);
  const { origin } = receiver;
  await receiver.refuse();
  await expect(post(`${origin}/v1/t`, track)).rejects.toThrow("fetch failed");
  await receiver.listen();
  await post(`${origin}/v1/t`, track);
  expect(receiver.distinct()).toBe(1);
});

test("the real instance keeps an event once", async () => {
  const receiver = await openReceiver(actionTelemetry);
  const batch = {
    version: 1,
    sentAt: "2026-11-22T12:00:00.000Z",
    source: "WEB",
    anonymizedUserId: "01234567-89ab-4def-8123-456789abcdef",
    sourcegraphURL: receiver.origin,
    platform: "web",
    client: { name: "benchmark", version: "1.0.0" },
    events: [
      {
        id: "01890a5d-ac96-774b-bcce-b302099a8057",
        name: "benchmark/3",
        time: "2026-11-22T12:00:00.000Z",
      },
    ],
  };
  for (let time = 0; time < 2; time++) {
    expect((await post(`${receiver.origin}/.api/action-events`, batch)).status).toBe(200);
  }
  expect(receiver.arrivals).toHaveLength(2);
  expect(await receiver.stored()).toEqual([3]);
});

test("the page names its instance, and the one on the other site when asked", async () => {
  const receiver = await openReceiver(segment);
  const sameSite = await (await fetch(`${receiver.origin}/page`)).text();
  expect(sameSite).toContain(`var instance = "${receiver.origin}"`);
  const crossSite = await (await fetch(`${receiver.origin}/page?cross-site`)).text();
  expect(crossSite).toContain(`var instance = "${receiver.crossSiteOrigin}"`);
  expect(await (await fetch(`${receiver.origin}/entry.js`)).text()).toBe("start()");
});
