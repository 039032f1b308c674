import type { ActionId } from "@action-telemetry/event-schema";
import { describe, expect, it } from "vitest";
import type { MessageSender } from "../browser/WebExtensionAPI.ts";
import type { RequestKind } from "../messages/Requests.ts";
import { type SenderRole, senderTable } from "../messages/senderTable.ts";
import { fakeId } from "../testing/createFakeAPI.ts";
import { createEventIds, systemRandom } from "@action-telemetry/telemetry";
import { contentSender } from "../testing/createFakeTabs.ts";
import { createWorkerFixture } from "../testing/createWorkerFixture.ts";

const position = { repository: "r", revision: "HEAD", path: "a.ts", line: 0, character: 3 };

/** A sound request of every kind. */
const requests: Readonly<Record<RequestKind, object>> = {
  record: { name: "hover" },
  hover: position,
  definition: position,
  references: position,
  repository: { name: "github.com/a/b" },
  command: { command: "updateConfiguration", arguments: ["a", 1] },
  load: { part: "page" },
  checkSession: {},
  openOptions: {},
  reportError: {
    report: {
      id: "0".repeat(32),
      time: 0,
      type: "Error",
      causes: [],
      frames: [],
      fingerprint: "0".repeat(8),
      handled: true,
      release: "a",
      surface: "a",
      script: "a",
    },
  },
  readSettings: {},
  writeSettings: { enabled: true },
  checkInstance: { url: "https://sourcegraph.example.com" },
  inspect: {},
  erase: {},
  flush: {},
};
const kinds = Object.keys(requests) as RequestKind[];

const optionsSender: MessageSender = {
  id: fakeId,
  url: `chrome-extension://${fakeId}/options.html#welcome`,
};
const sendersByRole: Readonly<Record<SenderRole, MessageSender>> = {
  content: contentSender,
  options: optionsSender,
};

/** Senders that may send nothing at all. */
const strangers: readonly (readonly [string, MessageSender])[] = [
  ["another extension", { ...contentSender, id: "another" }],
  ["nobody", {}],
  ["a frame of a page", { ...contentSender, frameId: 3 }],
  ["no tab", { ...contentSender, tab: {} }],
  ["an origin that is not allowed", { ...contentSender, url: "https://example.com/" }],
  ["a look-alike", { ...contentSender, url: "https://github.com.evil.example/" }],
  ["GitHub without encryption", { ...contentSender, url: "http://github.com/" }],
  ["a file", { ...contentSender, url: "file:///etc/passwd" }],
  ["a page that is called like the extension's", { ...contentSender, url: `https://${fakeId}/` }],
];

async function refusals() {
  const fixture = await createWorkerFixture();
  return {
    fixture,
    send: (kind: RequestKind, from: MessageSender) => {
      const answer = fixture.browser.send({ kind, ...requests[kind] }, from);
      return fixture.clock.settle().then(() => answer);
    },
  };
}

describe("The sender table", () => {
  it.each(
    kinds.flatMap((kind) => (["content", "options"] as const).map((role) => [kind, role] as const)),
  )("%s from %s: is answered only if the table says so", async (kind, role) => {
    const { fixture, send } = await refusals();
    const answer = await send(kind, sendersByRole[role]);
    const isAllowed = [role, "both"].includes(senderTable[kind]);
    expect(answer !== undefined).toBe(isAllowed);
    expect(fixture.worker.refused).toEqual(isAllowed ? {} : { forbidden: 1 });
  });

  it.each(strangers)("answers nothing to %s, without a reason", async (_, sender) => {
    const { fixture, send } = await refusals();
    for (const kind of kinds) expect(await send(kind, sender)).toBeUndefined();
    expect(fixture.worker.refused).toEqual({ "unknown-sender": kinds.length });
    await fixture.pass();
    expect(fixture.instance.requests).toEqual([]);
  });

  it("answers an options page that is open in a tab", async () => {
    const { send } = await refusals();
    expect(
      await send("readSettings", { ...optionsSender, tab: { id: 3 }, frameId: 0 }),
    ).toBeDefined();
  });

  it("lets a site send from when the person allows it until it is taken back", async () => {
    const { fixture, send } = await refusals();
    const site = { ...contentSender, url: "https://git.example.com:8443/a/b" };
    expect(await send("hover", site)).toBeUndefined();
    fixture.browser.grant({ origins: ["https://git.example.com/*"] });
    await fixture.clock.settle();
    expect(await send("hover", site)).toBeDefined();
    fixture.browser.revoke({ origins: ["https://git.example.com/*"] });
    await fixture.clock.settle();
    expect(await send("hover", site)).toBeUndefined();
  });
});

describe("The worker", () => {
  it("says of an event itself who reports it, from where and for whom", async () => {
    const fixture = await createWorkerFixture();
    const claims = {
      source: "WEB",
      anonymizedUserId: "me",
      sourcegraphURL: "https://evil.example",
      platform: "web",
    };
    await fixture.content("record", { name: "hover" as ActionId, ...claims });
    await fixture.pass();
    const [request] = fixture.instance.requests;
    expect(request?.url).toBe("https://sourcegraph.com/.api/action-events");
    const [batch] = fixture.instance.batches;
    expect(batch).toMatchObject({
      source: "CODEHOSTINTEGRATION",
      platform: "chrome-extension",
      sourcegraphURL: "https://sourcegraph.com",
      client: { name: "browser-extension", version: "1.2.3" },
    });
    expect(batch?.anonymizedUserId).not.toBe("me");
    // Neither address nor query nor fragment of the page.
    expect(request?.init.body).not.toMatch(/github|token|frag/u);
  });

  it("listens to no page of a site that the person has taken away, the moment it is told, nor does the next worker", async () => {
    const fixture = await createWorkerFixture();
    const tell = () => fixture.content("record", { name: "hover" as ActionId });
    expect(await tell()).toBeDefined();
    fixture.browser.revoke({ origins: ["https://github.com/*"] });
    expect(await tell()).toBeUndefined();
    await fixture.restart();
    expect(await tell()).toBeUndefined();
    fixture.browser.grant({ origins: ["https://github.com/*"] });
    await fixture.clock.settle();
    expect(await tell()).toBeDefined();
  });

  it("takes the ID of an event, and when it was is its own to say", async () => {
    const fixture = await createWorkerFixture();
    const now = fixture.clock.now();
    const createId = createEventIds(systemRandom);
    const ids = [now - 60_000, now - 3_600_000, now + 3_600_000].map(createId);
    for (const id of [...ids, "an ID of its own", ids[0]])
      await fixture.content("record", { id: id as string, name: "hover" as ActionId });
    await fixture.pass();
    const { arrived } = fixture.instance;
    expect(new Set(arrived.map(({ time }) => time))).toEqual(
      new Set([new Date(now).toISOString()]),
    );
    const taken = new Set(arrived.map(({ id }) => id));
    // From another time it is somebody else's clock, or none: then the event has an ID of the worker's.
    expect(ids.map((id) => taken.has(id))).toEqual([true, false, false]);
    expect(taken.size).toBe(4);
  });

  it("takes fifty requests a second from a tab, and others from other tabs", async () => {
    const fixture = await createWorkerFixture();
    for (let count = 0; count < 200; count += 1)
      await fixture.content("record", { name: "hover" as ActionId });
    expect(fixture.worker.refused).toEqual({ "too-often": 150 });
    const other = { ...contentSender, tab: { id: 2 } };
    expect(await fixture.content("record", { name: "hover" as ActionId }, other)).toBeDefined();
    await fixture.clock.advance(1000);
    expect(await fixture.content("record", { name: "hover" as ActionId })).toBeDefined();
  });

  it.each([
    [{ kind: "readToken" }],
    ["x".repeat(1e6)],
    [{ kind: "hover" }],
    [undefined],
    [{ kind: "__proto__" }],
  ])("counts what is no request (%#) and does not answer", async (message) => {
    const fixture = await createWorkerFixture();
    expect(await fixture.browser.send(message, contentSender)).toBeUndefined();
    expect(fixture.worker.refused).toEqual({ malformed: 1 });
  });

  it("cuts off ports of strangers, and such as do not have the name of their sender", async () => {
    const fixture = await createWorkerFixture();
    const connections = [
      ...strangers.map(([, sender]) => fixture.browser.connect("content", sender)),
      fixture.browser.connect("options", contentSender),
      fixture.browser.connect("content", optionsSender),
      fixture.browser.connect("anything", contentSender),
    ];
    const own = fixture.browser.connect("content", contentSender);
    await fixture.clock.settle();
    expect(connections.filter(({ isOpen }) => isOpen)).toEqual([]);
    expect(connections.flatMap(({ messages }) => messages)).toEqual([]);
    expect(own.isOpen).toBe(true);
    expect(own.messages).not.toEqual([]);
  });

  it("tells a content script neither ID nor queue nor settings that are none of its business", async () => {
    const fixture = await createWorkerFixture({
      settings: { configuration: { "git.blame.decorations": "line", secret: "canary" } },
    });
    fixture.instance.answers["Settings"] = {
      viewerSettings: { final: '{"token":"canary","extensions":{}}' },
    };
    await fixture.content("record", { name: "hover" as ActionId });
    await fixture.pass();
    const { latest, states } = await fixture.openContent();
    expect(latest().configuration).toEqual({ "git.blame.decorations": "line" });
    const id = fixture.instance.batches[0]?.anonymizedUserId;
    expect(id).toBeDefined();
    expect(JSON.stringify(states)).not.toContain(id);
    expect(JSON.stringify(states)).not.toContain("canary");
  });
});
