import { describe, expect, it } from "vitest";
import { createFakeOptions } from "../testing/createFakeOptions.ts";
import { createOptionsReporting } from "./createOptionsReporting.ts";

const root = "chrome-extension://id/";

/** An error from a script of ours, with a word in it that must not leave. */
function createError(line: number): Error {
  const error = new TypeError("canary");
  error.stack = `TypeError: canary\n    at show (${root}options.js:${line}:7)`;
  return error;
}

const settle = async () => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

function setUp(initial: Parameters<typeof createFakeOptions>[0]) {
  const messages: unknown[] = [];
  const { connection, change } = createFakeOptions(initial);
  const reporting = createOptionsReporting({
    runtime: {
      getURL: (path) => root + path,
      getManifest: () => ({ version: "1.2.3" }),
      async sendMessage(message) {
        messages.push(message);
        return { ok: true, value: null };
      },
    },
    connection,
    script: "popup",
    target: new EventTarget(),
  });
  return { reporting, messages, change };
}

describe("createOptionsReporting", () => {
  it("hands reports to the worker, without what the error says", async () => {
    const { reporting, messages } = setUp({ allowErrorReporting: true });
    reporting.report(createError(1));
    await settle();
    expect(messages).toMatchObject([
      {
        kind: "reportError",
        report: {
          type: "TypeError",
          release: "browser-extension@1.2.3",
          script: "popup",
          frames: [{ file: "options.js", line: 1, column: 7 }],
        },
      },
    ]);
    expect(JSON.stringify(messages)).not.toContain("canary");
  });

  it("hands over nothing unless it is allowed, and follows that", async () => {
    const { reporting, messages, change } = setUp({ allowErrorReporting: false });
    reporting.report(createError(1));
    change({ allowErrorReporting: true });
    reporting.report(createError(2));
    await settle();
    change({ enabled: false });
    reporting.report(createError(3));
    await settle();
    expect(messages).toMatchObject([{ report: { frames: [{ line: 2 }] } }]);
  });
});
