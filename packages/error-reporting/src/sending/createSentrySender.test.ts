import { describe, expect, it } from "vitest";
import type { ErrorReport } from "../report/ErrorReport.ts";
import { createSentrySender, type SentrySenderOptions } from "./createSentrySender.ts";
import { toDebugId } from "./toDebugId.ts";

const report: ErrorReport = {
  id: "0123456789abcdef0123456789abcdef",
  time: 1_700_000_000_000,
  release: "app@1.0.0",
  surface: "web",
  script: "page",
  type: "TypeError",
  causes: ["RangeError", "Error"],
  frames: [
    { file: "assets/inner.js", line: 1, column: 2 },
    { file: "assets/outer.js", line: 3, column: 4 },
  ],
  fingerprint: "0123456789abcdef",
  handled: true,
  actionId: "git.blame.toggle",
};

const dsn = "https://0123456789abcdef0123456789abcdef@receiver.example/7";

function setUp(options: Partial<SentrySenderOptions> = {}, answer = () => new Response("{}")) {
  const calls: { readonly url: string; readonly init: RequestInit }[] = [];
  const sender = createSentrySender({
    dsn,
    fetch: async (url, init = {}) => {
      calls.push({ url: url as string, init });
      return answer();
    },
    now: () => 1_700_000_000_500,
    ...options,
  });
  const lines = () =>
    calls
      .flatMap(({ init }) => (init.body as string).split("\n"))
      .map((line) => JSON.parse(line) as object);
  return { sender, calls, lines };
}

describe("A sender", () => {
  it("posts a report as an event of Sentry's protocol, and says nothing of its page", async () => {
    const { sender, calls, lines } = setUp();
    expect(await sender.send(report)).toBe("sent");
    expect(calls).toHaveLength(1);
    expect(calls[0]?.url).toMatch(/^https:\/\/receiver\.example\/api\/7\/envelope\/\?/u);
    expect(calls[0]?.init).toMatchObject({
      method: "POST",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      redirect: "error",
    });
    const [header, item, event] = lines();
    expect(header).toEqual({ event_id: report.id, sent_at: "2023-11-14T22:13:20.500Z" });
    expect(item).toEqual({ type: "event" });
    expect(event).toEqual({
      event_id: report.id,
      timestamp: 1_700_000_000,
      platform: "javascript",
      level: "error",
      release: "app@1.0.0",
      fingerprint: [report.fingerprint],
      tags: { surface: "web", script: "page", action: "git.blame.toggle" },
      exception: {
        values: [
          { type: "Error", value: "" },
          { type: "RangeError", value: "" },
          {
            type: "TypeError",
            value: report.fingerprint,
            mechanism: { type: "generic", handled: true },
            stacktrace: {
              frames: [
                {
                  filename: "app:///assets/outer.js",
                  abs_path: "app:///assets/outer.js",
                  lineno: 3,
                  colno: 4,
                  in_app: true,
                },
                {
                  filename: "app:///assets/inner.js",
                  abs_path: "app:///assets/inner.js",
                  lineno: 1,
                  colno: 2,
                  in_app: true,
                },
              ],
            },
          },
        ],
      },
      debug_meta: {
        images: ["assets/inner.js", "assets/outer.js"].map((file) => ({
          type: "sourcemap",
          code_file: `app:///${file}`,
          debug_id: toDebugId("app@1.0.0", file),
        })),
      },
    });
  });

  it("goes through a tunnel, and names the project to it if it knows one", async () => {
    const named = setUp({ tunnel: "https://instance.example/.api/error-reports" });
    await named.sender.send(report);
    expect(named.calls[0]?.url).toBe("https://instance.example/.api/error-reports");
    expect(named.lines()[0]).toMatchObject({ dsn });
    const unnamed = setUp({ dsn: undefined, tunnel: "/.api/error-reports" });
    expect(await unnamed.sender.send(report)).toBe("sent");
    expect(unnamed.calls[0]?.url).toBe("/.api/error-reports");
    expect(unnamed.lines()[0]).not.toHaveProperty("dsn");
  });

  it("tells what became of a report", async () => {
    const status = (code: number) =>
      setUp({}, () => new Response("", { status: code })).sender.send(report);
    expect(await status(403)).toBe("http-403");
    expect(await status(500)).toBe("http-500");
    const offline = setUp({}, () => {
      throw new TypeError("Failed to fetch");
    });
    expect(await offline.sender.send(report)).toBe("network");
  });

  it("leaves out a report of more than 20,000 bytes", async () => {
    const { sender, calls } = setUp();
    const file = `assets/${"long-".repeat(20)}name`;
    const frames = Array.from({ length: 90 }, (_, line) => ({
      file: `${file}${line}.js`,
      line,
      column: 1,
    }));
    expect(await sender.send({ ...report, frames })).toBe("too-large");
    expect(calls).toEqual([]);
  });

  it("aborts what is on its way when it is closed, and sends nothing more", async () => {
    const { sender, calls } = setUp({
      fetch: (url, init) => {
        calls.push({ url: url as string, init: init ?? {} });
        return new Promise(() => {});
      },
    });
    const sent = sender.send(report);
    await Promise.resolve();
    sender.close();
    expect(await sent).toBe("aborted");
    expect(calls[0]?.init.signal?.aborted).toBe(true);
    expect(await sender.send({ ...report, id: "1".repeat(32) })).toBe("aborted");
    expect(calls).toHaveLength(1);
  });

  it("cannot be made with a DSN that is none", () => {
    expect(() => setUp({ dsn: "https://receiver.example" })).toThrow("DSN");
  });
});

describe("The debug ID of a script", () => {
  it("is a UUID that follows from release and file", () => {
    const id = toDebugId("app@1.0.0", "assets/main.js");
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/u);
    expect(toDebugId("app@1.0.0", "assets/main.js")).toBe(id);
    expect(toDebugId("app@1.0.1", "assets/main.js")).not.toBe(id);
    expect(toDebugId("app@1.0.0", "assets/other.js")).not.toBe(id);
  });
});
