import { describe, expect, it } from "vitest";
import { createErrorReporting } from "./createErrorReporting.ts";
import { createRelayReporting, type RelayReportingOptions } from "./createRelayReporting.ts";
import type { ErrorReport } from "./report/ErrorReport.ts";

/** A reporting that hands its reports to the test, and what errors are heard on. */
function setUp(options: Partial<RelayReportingOptions> = {}) {
  const posted: ErrorReport[] = [];
  const target = new EventTarget();
  let id = 0;
  const reporting = createRelayReporting({
    release: "app@1.0.0",
    surface: "web",
    script: "page",
    scripts: ["https://app.example/assets/"],
    relay: (report) => void posted.push(report),
    target,
    now: () => 1_700_000_000_000,
    createId: () => String((id += 1)).padStart(32, "0"),
    ...options,
  });
  return {
    reporting,
    posted,
    target,
    types: () => posted.map(({ type }) => type),
    status: () => reporting.getSnapshot().status,
    dropped: () => reporting.getSnapshot().dropped,
  };
}

let line = 0;

/** An error of another place each time. */
function ourError(message = "secret", type = "Error"): Error {
  line += 1;
  const error = Object.assign(new Error(message), { name: type });
  error.stack = `f@https://app.example/assets/main.js:${line}:1`;
  return error;
}

const settle = async () => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

const hear = (target: EventTarget, error: unknown) =>
  target.dispatchEvent(Object.assign(new Event("error"), { error }));
const hearRejection = (target: EventTarget, reason: unknown) =>
  target.dispatchEvent(Object.assign(new Event("unhandledrejection"), { reason }));

describe("Reporting", () => {
  it("says nothing while undecided, and then what waited, or nothing", async () => {
    const { reporting, types, status } = setUp();
    expect(status()).toBe("waiting");
    reporting.report(ourError("x", "TypeError"));
    await settle();
    expect(types()).toEqual([]);
    reporting.setConsent("granted");
    await settle();
    expect([status(), types()]).toEqual(["on", ["TypeError"]]);

    const other = setUp();
    other.reporting.report(ourError());
    other.reporting.setConsent("denied");
    other.reporting.setConsent("granted");
    await settle();
    expect(other.types()).toEqual([]);
  });

  it("keeps at most ten reports waiting, and counts the others", () => {
    const times = [0, 70_000];
    let time = 0;
    const { reporting, dropped } = setUp({ now: () => time });
    for (time of times) for (let count = 0; count < 10; count += 1) reporting.report(ourError());
    expect(dropped()).toEqual({ "waiting-full": 10 });
  });

  it("stops at once when it is refused, forgets everything, and works again when it is allowed again", async () => {
    const { reporting, types, status, target, dropped } = setUp({ consent: "granted" });
    const error = ourError();
    reporting.report(error);
    reporting.report("no place");
    reporting.report("no place");
    await settle();
    expect([types(), dropped()]).toEqual([["Error", "string"], { duplicate: 1 }]);
    reporting.setConsent("denied");
    reporting.report(ourError());
    hear(target, ourError());
    await settle();
    expect([status(), types().length]).toEqual(["off", 2]);
    expect(reporting.getSnapshot()).toEqual({ status: "off", sent: 0, dropped: {}, last: [] });
    reporting.setConsent("granted");
    reporting.report(error);
    hear(target, ourError());
    await settle();
    expect(types()).toHaveLength(4);
  });

  it("hears what nobody caught, while it is allowed", async () => {
    const { reporting, target, posted } = setUp();
    hear(target, ourError());
    reporting.setConsent("granted");
    hear(target, ourError("x", "RangeError"));
    hearRejection(target, ourError("x", "URIError"));
    hear(target, null);
    target.dispatchEvent(new Event("error"));
    await settle();
    expect(posted.map(({ type, handled }) => [type, handled])).toEqual([
      ["RangeError", false],
      ["URIError", false],
    ]);
  });

  it("takes no errors of others: a page that throws a hundred yields none", async () => {
    const { target, posted, dropped } = setUp({ consent: "granted" });
    for (let count = 0; count < 100; count += 1) {
      const error = new Error("theirs");
      error.stack = `f@https://page.example/app.js:${count}:1`;
      hear(target, error);
    }
    hearRejection(target, { password: "secret" });
    await settle();
    expect([posted, dropped()]).toEqual([[], { foreign: 101 }]);
    hear(target, ourError());
    await settle();
    expect(posted).toHaveLength(1);
  });

  it("reports one and the same error once, wherever it is told of it", async () => {
    const { reporting, target, posted } = setUp({ consent: "granted" });
    const error = ourError();
    reporting.report(error, { actionId: "goToDefinition" });
    hear(target, error);
    reporting.report(error);
    await settle();
    expect(posted.map(({ actionId }) => actionId)).toEqual(["goToDefinition"]);
  });

  it("does not take for an error what the person cancelled, may not do or could not load", async () => {
    const { reporting, posted, dropped } = setUp({ consent: "granted" });
    reporting.report(new DOMException("x", "AbortError"));
    reporting.report(Object.assign(ourError(), { status: 401 }));
    reporting.report(Object.assign(ourError(), { status: 403 }));
    reporting.report(
      new TypeError("Failed to fetch dynamically imported module: https://x/secret.js"),
    );
    await settle();
    expect([posted, dropped()]).toEqual([[], {}]);
    reporting.report(Object.assign(ourError(), { status: 500 }));
    await settle();
    expect(posted).toHaveLength(1);
  });

  it("never throws, whatever it is told of, and counts what it could not read", async () => {
    const { reporting, posted, dropped } = setUp({ consent: "granted" });
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    const hostile = ourError();
    Object.defineProperty(hostile, "stack", {
      get: () => {
        throw new Error("secret");
      },
    });
    for (const value of [revoked.proxy, hostile, undefined, Symbol("x"), 1n, () => {}]) {
      expect(() => reporting.report(value)).not.toThrow();
    }
    await settle();
    expect(dropped()["unreadable"]).toBe(2);
    expect(posted.map(({ type }) => type)).toEqual(["undefined", "symbol", "bigint", "function"]);
  });

  it("sends ten reports a minute, however fast errors come", async () => {
    const { reporting, posted, dropped } = setUp({ consent: "granted" });
    for (let count = 0; count < 1000; count += 1) reporting.report(ourError());
    await settle();
    expect([posted.length, dropped()]).toEqual([10, { "too-many": 990 }]);
  });

  it("forwards what another script reports, within consent and limits", async () => {
    const { reporting, posted, dropped } = setUp();
    const relayed = (number: number): ErrorReport => ({
      id: String(number).padStart(32, "0"),
      time: 0,
      release: "app@1.0.0",
      surface: "web",
      script: "content",
      type: "Error",
      causes: [],
      frames: [],
      fingerprint: number.toString(16).padStart(16, "0"),
      handled: true,
    });
    reporting.forward(relayed(0));
    await settle();
    expect(posted).toEqual([]);
    reporting.setConsent("granted");
    for (let number = 0; number < 12; number += 1) reporting.forward(relayed(number));
    await settle();
    expect(posted.map(({ script }) => script)).toEqual(Array.from({ length: 10 }, () => "content"));
    expect(dropped()).toEqual({ duplicate: 1, "too-many": 2 });
    reporting.setConsent("denied");
    reporting.forward(relayed(20));
    await settle();
    expect(posted).toHaveLength(10);
  });

  it("counts what could not be handed over", async () => {
    const { reporting, dropped } = setUp({
      consent: "granted",
      relay: () => {
        throw new Error("The worker is gone.");
      },
    });
    reporting.report(ourError());
    await settle();
    expect(dropped()).toEqual({ relay: 1 });
    expect(reporting.getSnapshot().sent).toBe(0);
  });

  it("shows what was sent, and tells who subscribed", async () => {
    const { reporting, posted } = setUp({ consent: "granted" });
    let changes = 0;
    const unsubscribe = reporting.subscribe(() => (changes += 1));
    reporting.report(ourError());
    await settle();
    expect(reporting.getSnapshot()).toMatchObject({ status: "on", sent: 1, last: posted });
    expect(reporting.getSnapshot()).toBe(reporting.getSnapshot());
    const before = changes;
    expect(before).toBeGreaterThan(0);
    unsubscribe();
    reporting.report(ourError());
    await settle();
    expect(changes).toBe(before);
  });

  it("does nothing at all where there is nowhere to report to", async () => {
    const target = new EventTarget();
    const added: string[] = [];
    target.addEventListener = (name: string) => void added.push(name);
    const fetch = () => Promise.reject(new Error("not to be called"));
    for (const destination of [undefined, {}, { dsn: "" }]) {
      const reporting = createErrorReporting({
        release: "app@1.0.0",
        surface: "web",
        script: "page",
        scripts: ["https://app.example/assets/"],
        destination,
        target,
        fetch,
        consent: "granted",
      });
      reporting.report(ourError());
      reporting.setConsent("granted");
      await settle();
      const { status, dropped } = reporting.getSnapshot();
      expect([status, dropped, added]).toEqual(["unavailable", {}, []]);
    }
  });

  it("is silent after it was closed", async () => {
    const { reporting, posted, target } = setUp({ consent: "granted" });
    reporting.close();
    reporting.report(ourError());
    hear(target, ourError());
    await settle();
    expect(posted).toEqual([]);
  });

  it.each<[Partial<RelayReportingOptions>, RegExp]>([
    [{ release: "" }, /`release` to be a word/],
    [{ script: "my page" }, /`script` to be a word/],
    [{ scripts: ["https://app.example"] }, /`scripts` to be addresses that end in a slash/],
    [{ scripts: ["/assets/"] }, /`scripts`/],
  ])("refuses %j with a sentence", (options, message) => {
    expect(() => setUp(options)).toThrow(message);
  });
});
