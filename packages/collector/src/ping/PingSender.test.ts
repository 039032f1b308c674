import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { silentLog } from "../log/Log.ts";
import type { EventStore } from "../store/EventStore.ts";
import { openSqliteStore } from "../store/sqlite/openSqliteStore.ts";
import { testNow } from "../testing/batches.ts";
import { dayMs } from "../time/calendar.ts";
import { weekOf } from "../time/week.ts";
import { PingArchive } from "./PingArchive.ts";
import { PingSender } from "./PingSender.ts";
import { publicNames } from "./PublicNames.ts";

const url = "https://pings.example/receive";
const week = weekOf(testNow);
const monday = (week.last + 1) * dayMs;
let store: EventStore;
let now: number;
let answers: (() => Response)[];
let requests: { readonly url: RequestInfo | URL; readonly init: RequestInit }[];
let archive: PingArchive;
let sender: PingSender;

beforeEach(() => {
  store = openSqliteStore(":memory:");
  now = monday + dayMs;
  answers = [];
  requests = [];
  archive = new PingArchive({ store, names: publicNames(), floor: 11 });
  sender = senderOf("collector-1");
});
afterEach(() => store.close());

function senderOf(holder: string): PingSender {
  return new PingSender({
    archive,
    store,
    url,
    holder,
    clock: { now: () => now },
    log: silentLog,
    fetch: async (input, init = {}) => {
      requests.push({ url: input, init });
      return (answers.shift() ?? (() => Response.json({})))();
    },
  });
}

const answer = async () => (await archive.of(week)).answer;

describe("The sender of pings", () => {
  it("sends the very bytes that are kept, once, without cookies, referrer or redirects", async () => {
    const { body } = await archive.of(week);
    await sender.sendIfDue();
    now += dayMs;
    await sender.sendIfDue();
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({
      url,
      init: { method: "POST", body, credentials: "omit", redirect: "error" },
    });
    expect(requests[0]?.init.referrerPolicy).toBe("no-referrer");
    expect(await answer()).toEqual({ at: monday + dayMs, status: 200, text: "{}" });
  });

  it("waits for a moment of Monday that is the ping's own", async () => {
    now = monday;
    const moments: number[] = [];
    for (; requests.length === 0 && now < monday + 2 * dayMs; now += 600_000) {
      await sender.sendIfDue();
      moments.push(now);
    }
    const { id } = JSON.parse((await archive.of(week)).body) as { readonly id: string };
    const due = monday + (Number.parseInt(id.slice(0, 8), 16) / 2 ** 32) * dayMs;
    expect(Math.abs((moments.at(-1) ?? 0) - due)).toBeLessThanOrEqual(600_000);
  });

  it.each([
    ["a failing network", () => Response.error(), 0],
    ["a server that is down", () => new Response("", { status: 503 }), 503],
    ["a server that is busy", () => new Response("", { status: 429 }), 429],
  ])("sends the same bytes again after %s", async (_what, failure, status) => {
    answers.push(
      status === 0
        ? () => {
            throw new TypeError("no network");
          }
        : failure,
    );
    await sender.sendIfDue();
    expect(await answer()).toMatchObject({ status, text: status === 0 ? "TypeError" : "" });
    await sender.sendIfDue();
    expect(requests.map(({ init }) => init.body)).toEqual(
      Array(2).fill((await archive.of(week)).body),
    );
    expect(await answer()).toMatchObject({ status: 200 });
  });

  it("is one of several collectors on one database: only one sends, whenever they call", async () => {
    const senders = ["collector-1", "collector-2", "collector-3"].map(senderOf);
    await Promise.all(senders.map((one) => one.sendIfDue()));
    expect(requests).toHaveLength(1);
    now += dayMs;
    await Promise.all(senders.map((one) => one.sendIfDue()));
    expect(requests).toHaveLength(1);
  });

  it("takes over from a collector that ended while it sent", async () => {
    await store.claim("ping", "collector-2", now, now + 60_000);
    await sender.sendIfDue();
    expect(requests).toEqual([]);
    now += 60_000;
    await sender.sendIfDue();
    expect(requests).toHaveLength(1);
  });

  it("does not insist when it is refused, and reads no endless answer", async () => {
    let pulled = 0;
    const endless = new ReadableStream({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(16_384));
      },
    });
    answers.push(() => new Response(endless, { status: 400 }));
    await sender.sendIfDue();
    await sender.sendIfDue();
    expect(requests).toHaveLength(1);
    expect(pulled).toBeLessThan(12);
  });

  it("is silent when the database does not answer", async () => {
    await store.close();
    await expect(sender.sendIfDue()).resolves.toBeUndefined();
    expect(requests).toEqual([]);
  });
});
