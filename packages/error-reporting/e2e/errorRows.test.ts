import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { buildEntry, type BuiltEntry } from "../../../scripts/bundle/buildEntry.ts";
import { readings } from "../../../scripts/canaries/encodings/readings.ts";
import { createFinder, type Secret } from "../../../scripts/canaries/secrets/createFinder.ts";
import { secretOf } from "../../../scripts/canaries/secrets/secretOf.ts";
import { startReceiver, type ReceivedRequest, type Receiver } from "./library/startReceiver.ts";
import type { Driver } from "./pages/driver.tsx";
import { plants, type PlantName } from "./pages/plants.ts";

declare const driver: Driver;

const root = fileURLToPath(new URL("..", import.meta.url));
const ours = 7;
const theirs = 99;
const plantNames = Object.keys(plants) as readonly PlantName[];

/** Secrets of the page itself, which every report is near. */
const pageSecrets = [
  "path",
  "query",
  "fragment",
  "referrer",
  "cookie",
  "markup",
  "other Sentry",
].map((source): Secret => ({
  source,
  value: secretOf(source, source === "other Sentry" ? " " : "-"),
}));
const plantSecrets = plantNames.map((source): Secret => ({ source, value: secretOf(source) }));
const find = createFinder([...pageSecrets, ...plantSecrets]);
const valueOf = (source: string) =>
  [...pageSecrets, ...plantSecrets].find((secret) => secret.source === source)?.value ?? "";

let browser: Browser;
let built: BuiltEntry;
let otherSentry: string;

beforeAll(async () => {
  built = await buildEntry(
    `import { installDriver } from "/e2e/pages/driver.tsx";\ninstallDriver();`,
    root,
  );
  const other = await buildEntry(
    `import { installOtherSentry } from "/e2e/pages/otherSentry.ts";\ninstallOtherSentry(...globalThis.otherSentry);`,
    root,
  );
  otherSentry = other.code;
  browser = await chromium.launch({
    executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
});

afterAll(() => browser.close());

interface OpenPage {
  readonly page: Page;
  readonly receiver: Receiver;
  /** What our project received. */
  readonly received: () => readonly ReceivedRequest[];
  readonly events: () => readonly SentEvent[];
}

/** As much of an event as is looked at. */
interface SentEvent {
  readonly event_id: string;
  readonly tags: { readonly action?: string };
  readonly exception: {
    readonly values: readonly {
      readonly type: string;
      readonly stacktrace?: {
        readonly frames: readonly {
          readonly filename: string;
          readonly lineno: number;
          readonly colno: number;
        }[];
      };
    }[];
  };
}

/** Opens a page full of secrets; with a Sentry of its own, if asked for. */
async function openPage({ hasOwnSentry = false } = {}): Promise<OpenPage> {
  const files = new Map([...built.files].map(([name, code]) => [`/${name}`, code]));
  files.set("/assets/other.js", otherSentry);
  const scripts = `<script type="module" src="/${built.entry}"></script>`;
  const receiver = await startReceiver(
    files,
    `<!doctype html><title>${valueOf("markup")}</title><p>${valueOf("markup")}</p>${scripts}`,
  );
  const context = await browser.newContext();
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const { origin } = receiver;
  await page.goto(`${origin}/from/${valueOf("referrer")}`);
  await page.evaluate((value) => {
    document.cookie = `session=${value}; path=/`;
    document.cookie = `name=${value}; path=/; SameSite=Lax`;
  }, valueOf("cookie"));
  const address = `/repo/${valueOf("path")}/file.ts?q=${valueOf("query")}#${valueOf("fragment")}`;
  await page.evaluate((to) => location.assign(to), address);
  await page.waitForURL(`**${address}`);
  await page.waitForFunction("globalThis.driver !== undefined");
  if (hasOwnSentry) {
    await page.evaluate(
      (given) => Object.assign(globalThis, { otherSentry: given }),
      [receiver.dsn(theirs), valueOf("other Sentry")],
    );
    await page.addScriptTag({ url: "/assets/other.js", type: "module" });
  }
  const received = () => receiver.received(ours);
  const events = () =>
    received().flatMap(({ envelope }) =>
      envelope.items.map(({ payload }) => payload as unknown as SentEvent),
    );
  return { page, receiver, received, events };
}

/** The sources whose secrets are in what was sent, however they are written. */
function sourcesIn(requests: readonly ReceivedRequest[]): readonly string[] {
  const texts = requests.map(
    ({ url, headers, body }) => `${url}\n${JSON.stringify(headers)}\n${body}`,
  );
  return [
    ...new Set(
      texts.flatMap((text) => [...readings(text)].flatMap((reading) => [...find(reading.text)])),
    ),
  ];
}

const start = (page: Page, receiver: Receiver, isOn = true) =>
  page.evaluate((options) => driver.start(options), {
    files: [...built.files.keys()].map((name) => name.replace("assets/", "")),
    dsn: receiver.dsn(ours),
    isOn,
  });

const globals = `[fetch, XMLHttpRequest, XMLHttpRequest.prototype.open, XMLHttpRequest.prototype.send,
  console.log, console.info, console.warn, console.error, console.debug, console.assert,
  history.pushState, history.replaceState, EventTarget.prototype.addEventListener,
  EventTarget.prototype.removeEventListener, setTimeout, setInterval, requestAnimationFrame, queueMicrotask,
  onerror, onunhandledrejection, Error.prepareStackTrace, Error.stackTraceLimit]`;

describe("Error reporting that is off", () => {
  it("asks for nothing, loads nothing and changes nothing, whatever happens; nor does it once it is on again", async () => {
    const { page, receiver, received } = await openPage();
    await page.evaluate(`globalThis.before = { list: ${globals}, keys: Object.keys(globalThis) }`);
    const asked = receiver.asked.length;
    await start(page, receiver, false);
    for (const name of plantNames)
      await page.evaluate(([plant, secret]) => driver.plant(plant as PlantName, secret), [
        name,
        valueOf(name),
      ] as const);
    await page.evaluate(() => driver.throwMarked());
    await page.waitForTimeout(200);
    const later = receiver.asked.slice(asked).filter((path) => /sentry|\/api\//iu.test(path));
    expect([received(), later]).toEqual([[], []]);
    await page.evaluate(() => driver.setConsent(false));
    await page.evaluate(() => driver.setConsent(true));
    await page.evaluate(() => driver.report("x", "goToDefinition"));
    await expect.poll(received).toHaveLength(1);
    const changed = await page.evaluate<readonly number[]>(
      `${globals}.flatMap((one, index) => one === before.list[index] ? [] : [index])`,
    );
    expect(changed).toEqual([]);
    expect(await page.evaluate("'__SENTRY__' in globalThis")).toBe(false);
  });

  it("loads its sender with the first report, and not before", async () => {
    const { page, receiver, received } = await openPage();
    const chunks = () => receiver.asked.filter((path) => /createSentrySender/u.test(path));
    await start(page, receiver);
    await page.waitForTimeout(100);
    expect(chunks()).toEqual([]);
    await page.evaluate(() => driver.report("x", "a"));
    await expect.poll(received).toHaveLength(1);
    expect(chunks()).toHaveLength(1);
  });

  it("aborts what is on its way when it is switched off, and is silent from then on", async () => {
    const { page, receiver, received } = await openPage();
    receiver.answer = "hang";
    await start(page, receiver);
    await page.evaluate(() => driver.report("x", "a"));
    await expect.poll(received).toHaveLength(1);
    const aborted = page.waitForEvent("requestfailed");
    await page.evaluate(() => driver.setConsent(false));
    expect((await aborted).failure()?.errorText).toBe("net::ERR_ABORTED");
    await page.evaluate(() => driver.reportMany(5));
    await page.evaluate(() => driver.throwMarked());
    await page.waitForTimeout(200);
    expect(received()).toHaveLength(1);
  });
});

describe("Error reporting that is on", () => {
  it("tells where in our scripts an error was thrown, the release and the action", async () => {
    const { page, receiver, events } = await openPage();
    await start(page, receiver);
    page.on("pageerror", () => undefined);
    await page.evaluate(() => driver.throwMarked());
    await page.evaluate(() => driver.report("x", "git.blame.toggle"));
    await expect.poll(events).toHaveLength(2);
    // Nobody promises in which order two requests arrive.
    const [marked, failed] = events().toSorted((a, b) =>
      (a.tags.action ?? "").localeCompare(b.tags.action ?? ""),
    );
    const values = marked?.exception.values ?? [];
    const { filename = "", lineno = 0, colno = 0 } = values.at(-1)?.stacktrace?.frames.at(-1) ?? {};
    const source = built.files.get(`assets/${filename.replace("app:///", "")}`) ?? "";
    const line = source.split("\n")[lineno - 1] ?? "";
    expect(line.slice(colno - 1)).toMatch(/^(?:new )?RangeError\(/u);
    expect(marked).toMatchObject({
      release: "driver@1.0.0",
      tags: { script: "page", "code-host": "github" },
    });
    expect(values.at(-1)).toMatchObject({ type: "RangeError", mechanism: { handled: false } });
    expect(failed).toMatchObject({ tags: { action: "git.blame.toggle" } });
  });

  it("says nothing of any secret that is near an error, and sends nothing but events", async () => {
    const { page, receiver, received, events } = await openPage({ hasOwnSentry: true });
    page.on("pageerror", () => undefined);
    await start(page, receiver);
    for (const name of plantNames) {
      await page.evaluate(([plant, secret]) => driver.plant(plant as PlantName, secret), [
        name,
        valueOf(name),
      ] as const);
    }
    await page.evaluate((secret) => driver.renderFailing(secret), valueOf("message"));
    await page.evaluate("captureOther()");
    const kinds = () => new Set(events().map((event) => event.exception.values.at(-1)?.type));
    await expect.poll(kinds).toContain("URIError");
    await expect.poll(() => received().length).toBeGreaterThanOrEqual(20);
    await page.waitForTimeout(500);

    expect(sourcesIn(received())).toEqual([]);
    expect(
      received().flatMap(({ envelope }) => envelope.items.map(({ header }) => header["type"])),
    ).toEqual(received().map(() => "event"));
    for (const { headers } of received()) {
      expect(headers).not.toHaveProperty("cookie");
      expect(headers).not.toHaveProperty("referer");
    }

    // The control: what is looked for is found where it is told, in what the page's own Sentry sends.
    const told = () => sourcesIn(receiver.received(theirs));
    await expect
      .poll(told)
      .toEqual(
        expect.arrayContaining([
          "path",
          "query",
          "other Sentry",
          "message",
          "text on the console",
          "address of a fetch",
          "rejected object",
        ]),
      );
    await expect.poll(() => told().length).toBeGreaterThanOrEqual(12);
  });

  it("has nothing to do with a Sentry of the page: neither sees what the other sends", async () => {
    const { page, receiver, received, events } = await openPage({ hasOwnSentry: true });
    await start(page, receiver);
    await page.evaluate(() => driver.report("x", "goToDefinition"));
    await page.evaluate("captureOther()");
    await expect.poll(received).toHaveLength(1);
    await expect.poll(() => receiver.received(theirs).length).toBeGreaterThan(0);
    const seen = await page.evaluate(() => globalThis.seenByOther);
    const ourIds = events().map((event) => event.event_id);
    expect(seen).not.toEqual(expect.arrayContaining(ourIds));
    const theirBodies = receiver
      .received(theirs)
      .map(({ body }) => body)
      .join();
    for (const id of ourIds) expect(theirBodies).not.toContain(id);
    expect(theirBodies).not.toContain("driver@1.0.0");
    expect(Object.keys(events()[0] ?? {}).toSorted()).toEqual([
      "debug_meta",
      "event_id",
      "exception",
      "fingerprint",
      "level",
      "platform",
      "release",
      "tags",
      "timestamp",
    ]);
  });

  it("keeps nothing on the disk of what it could not send", async () => {
    const { page, receiver } = await openPage();
    receiver.answer = 500;
    await start(page, receiver);
    await page.evaluate(() => driver.report("x", "a"));
    await expect
      .poll(() => page.evaluate(() => driver.snapshot()))
      .toMatchObject({ dropped: { "http-500": 1 } });
    const kept = await page.evaluate(async () => ({
      databases: await indexedDB.databases(),
      caches: await caches.keys(),
      local: localStorage.length,
      session: sessionStorage.length,
    }));
    expect(kept).toEqual({ databases: [], caches: [], local: 0, session: 0 });
  });

  it("waits as long as the receiver asks it to", async () => {
    const { page, receiver, received } = await openPage();
    receiver.answer = 429;
    await start(page, receiver);
    await page.evaluate(() => driver.report("x", "a"));
    await expect.poll(received).toHaveLength(1);
    await page.evaluate(() => driver.report("x", "b"));
    await expect
      .poll(() => page.evaluate(() => driver.snapshot()))
      .toMatchObject({ dropped: { "http-429": 1, "rate-limited": 1 } });
    expect(received()).toHaveLength(1);
  });
});
