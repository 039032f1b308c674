import { request } from "node:http";
import type { Browser } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "../library/openBrowser.ts";
import { patience } from "../library/patience.ts";
import { encodings } from "../../../../scripts/canaries/encodings/encodings.ts";
import { readings } from "../../../../scripts/canaries/encodings/readings.ts";
import { controlsFor } from "./observation/controlsFor.ts";
import { deliver, holdBack, readExecutions } from "./observation/deliver.ts";
import { findHits, type Hit } from "./observation/findHits.ts";
import { requestsTo } from "./observation/Session.ts";
import { createFinder } from "../../../../scripts/canaries/secrets/createFinder.ts";
import { secretOf } from "../../../../scripts/canaries/secrets/secretOf.ts";
import { sinks } from "./sinks/sinks.ts";
import { openApplicationStage } from "./stages/applicationStage.ts";
import { openPageStage } from "./stages/pageStage.ts";
import type { Stage } from "./stages/Stage.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe.each([
  ["the code browser, which is its own instance", () => openApplicationStage(browser)],
  [
    "a page of all components, its instance on its origin",
    () => openPageStage(browser, "same-origin"),
  ],
  [
    "a page of all components, its instance on another site",
    () => openPageStage(browser, "cross-site"),
  ],
] as const)("In %s,", (_name, open) => {
  let stage: Stage;
  /** What the application knows. */
  let known: string;
  /** What was found while the instance was down, and after it had everything. */
  const hits: Hit[] = [];

  beforeAll(async () => {
    stage = await open();
    const { session, sources } = stage;
    const find = createFinder(sources.map(({ name: source, value }) => ({ source, value })));
    holdBack(session);
    known = await stage.walk();
    hits.push(...(await findHits(session, find)));
    await deliver(session, stage.runs.length);
    hits.push(...(await findHits(session, find)));
  });
  afterAll(() => stage.close());

  test("every source holds its secret", () => {
    const find = createFinder(stage.sources.map(({ name: source, value }) => ({ source, value })));
    const found = new Set([...readings(known)].flatMap(({ text }) => [...find(text)]));
    expect(stage.sources.filter(({ name }) => !found.has(name))).toEqual([]);
  });

  test("no secret is in any sink but where it lives, in any encoding", () => {
    const lives = new Map(
      stage.sources.map(({ name, home, passing }) => [name, [...home, ...passing]]),
    );
    expect(hits.filter(({ source, sink }) => lives.get(source)?.includes(sink) !== true)).toEqual(
      [],
    );
  });

  test("every secret is found where it lives", () => {
    const missed = stage.sources.flatMap(({ name, home }) =>
      home
        .filter((sink) => !hits.some((hit) => hit.source === name && hit.sink === sink))
        .map((sink) => `${name} in ${sink}`),
    );
    expect(missed).toEqual([]);
  });

  test("what is read of an execution, and searched, is all that is kept of it", async () => {
    const { eventsUrl } = stage.session.instance;
    for (const row of await readExecutions(eventsUrl)) {
      expect(row).toMatchObject({
        id: expect.stringMatching(/^[0-9a-f-]{36}$/u),
        kind: "action",
        surface: expect.any(String),
        trigger: expect.any(String),
        anonymizedUserId: expect.any(String),
        sourcegraphURL: expect.stringContaining("http"),
        source: "WEB",
        platform: expect.any(String),
        client: { name: expect.any(String), version: expect.any(String) },
      });
    }
  });

  test("each execution is stored once, and arguments with the one action that opts in to them", async () => {
    const rows = await readExecutions(stage.session.instance.eventsUrl);
    expect(rows.map(({ name }) => name)).toEqual(stage.runs);
    const { name, record } = stage.optedIn;
    const logged = rows.filter((row) => row.arguments !== undefined);
    expect(logged.map((row) => [row.name, row.arguments])).toEqual([[name, record]]);
    const bodies = requestsTo(stage.session, "instance").map(({ body }) => body);
    expect(bodies.filter((body) => body.includes(name)).length).toBeGreaterThan(0);
    for (const body of bodies) {
      expect(body.split(`"arguments":`).length).toBe(body.split(`"arguments":${record}`).length);
    }
  });

  test.for(sinks)("a control is seen in $name, in every encoding", async (sink, { skip }) => {
    const { session } = stage;
    skip(sink.exists?.(session) === false, "An instance on the page's own origin has none.");
    const controls = controlsFor(sink);
    for (const control of controls) await sink.plant(session, control);
    const find = createFinder(controls.map(({ secret }) => secret));
    const found = async () => {
      const read = await sink.read(session);
      return new Set([...readings(read)].flatMap(({ text }) => [...find(text)]));
    };
    const missed = async () => {
      const all = await found();
      return encodings.map(({ name }) => name).filter((name) => !all.has(name));
    };
    await expect.poll(missed, patience).toEqual([]);
  });

  test("a control is seen in a request that comes in pieces", async () => {
    const { wire, instance } = stage.session;
    const secret = secretOf("control in pieces");
    const { hostname, port } = new URL(wire.proxy);
    await new Promise((resolve) => {
      const options = { hostname, port, path: instance.eventsUrl, method: "POST" };
      const sending = request(options, (answer) => answer.resume().on("end", resolve));
      sending.write(secret.slice(0, 9));
      setImmediate(() => sending.end(secret.slice(9)));
    });
    const bodies = requestsTo(stage.session, "instance").map(({ body }) => body);
    expect(bodies).toContain(secret);
  });
});
