import { readPage, type PageTraces } from "../observation/readPage.ts";
import { toBytes, type Control, type Sink } from "./Sink.ts";

/** What others can read of a page, and what it says aloud. */
export const pageSinks: readonly Sink[] = [
  trace("document outside of the application", "outside", ({ text }) =>
    document.body.append(document.createComment(text)),
  ),
  trace("name of the window", "windowName", ({ text }) => (window.name += `${text}\n`)),
  trace("session history", "historyState", ({ text, index }) => {
    const state = history.state as Readonly<Record<string, unknown>> | null;
    history.replaceState({ ...state, [`control${index}`]: text }, "");
  }),
  trace("global variables", "globals", ({ text, index }) => {
    Reflect.set(globalThis, `control${index}`, text);
  }),
  trace("performance timeline", "timeline", ({ text }) =>
    performance.mark("control", { detail: text }),
  ),
  {
    name: "console",
    read: async (session) => {
      await session.console.settled();
      return toBytes(session.console.messages.join("\n"));
    },
    plant: ({ page }, { text }) =>
      page.evaluate(
        (message) => Reflect.apply(globalThis.console.debug, globalThis.console, [message]),
        text,
      ),
  },
  {
    name: "uncaught errors",
    read: ({ console: { messages } }) =>
      toBytes(messages.filter((message) => message.startsWith("uncaught")).join("\n")),
    plant: ({ page }, { text }) =>
      page.evaluate((message) => globalThis.reportError(new Error(message)), text),
  },
];

function trace(name: string, part: keyof PageTraces, plant: (control: Control) => unknown): Sink {
  return {
    name,
    read: async ({ page, knownGlobals, heard }) => {
      const traces = await readPage(page, knownGlobals);
      const calls = heard.filter(({ sink }) => sink === name);
      return [toBytes(traces[part]), ...calls.map(({ text }) => text)].join("\n");
    },
    // What a plant answers stays in the page, which cannot hand out its objects.
    plant: ({ page }, control) => page.evaluateHandle(plant, control),
  };
}
