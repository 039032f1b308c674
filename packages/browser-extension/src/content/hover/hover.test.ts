import type { CodeToken, FileFacts } from "@action-telemetry/code-hosts";
import { createContextStore } from "@action-telemetry/actions";
import { beforeEach, describe, expect, test } from "vitest";
import { createFakeBackground, signedIn } from "../../testing/content/createFakeBackground.ts";
import { refusal, success } from "../../messages/Answer.ts";
import { toInstanceView } from "../actions/InstanceView.ts";
import { createHoverController } from "./createHoverController.ts";
import { contains } from "./definitionContext.ts";
import { createGoToDefinition } from "./goToDefinition.ts";
import { hoverPosition } from "./hoverPosition.ts";

const token = (line: number, character: number, side?: "base" | "head") =>
  ({ line, character, text: "sum", ...(side && { side }) }) as CodeToken;
const blob: FileFacts = { kind: "blob", repository: "r", path: "a.ts", revision: "main" };
const position = { repository: "r", revision: "main", path: "a.ts", line: 4, character: 2 };

describe("The position of a word", () => {
  test("counts lines from 0, at the commit where that is known", () => {
    expect(hoverPosition(blob, token(5, 2))).toEqual(position);
    expect(hoverPosition({ ...blob, commit: "c0" }, token(5, 2))?.revision).toBe("c0");
  });

  test("is on its side of a diff, and nowhere where that side is not known", () => {
    const head = { revision: "h", path: "new.ts" };
    const diff: FileFacts = { kind: "diff", repository: "r", path: "new.ts", head };
    expect(hoverPosition(diff, token(1, 0, "head"))).toMatchObject({
      revision: "h",
      path: "new.ts",
    });
    expect(hoverPosition(diff, token(1, 0, "base"))).toBeUndefined();
  });
});

test.each([
  ["at its first character", 4, 2, true],
  ["behind its last", 4, 9, false],
  ["before it", 4, 1, false],
  ["on another line", 3, 2, false],
])("A place is on a location: %s", (_, line, character, expected) => {
  const location = { ...position, endLine: 4, endCharacter: 5 };
  expect(contains(location, { ...position, line, character })).toBe(expected);
  expect(contains({ ...location, path: "b.ts" }, { ...position, line, character })).toBe(false);
});

describe("Going to a definition", () => {
  const opened: string[] = [];
  beforeEach(() => void (opened.length = 0));
  const background = createFakeBackground();
  const go = createGoToDefinition({
    background,
    getInstance: () => toInstanceView(signedIn),
    openURL: (href) => void opened.push(href),
  });
  const run = (argument: unknown) =>
    go({ arguments: [argument], context: {}, signal: new AbortController().signal } as never);

  test("opens the one that there is, on the instance, without a marker", async () => {
    background.answerDefinition = () =>
      Promise.resolve(success({ locations: [{ ...position, line: 9, character: 0 }] }));
    await run(JSON.stringify(position));
    expect(opened).toEqual(["https://search.example/r@main/-/blob/a.ts#L10:1"]);
  });

  test.each([
    ["No definition found.", () => success({ locations: [] })],
    ["You are at the definition.", () => success({ locations: [position] })],
    ["No answer.", () => refusal("unreachable", "No answer.")],
  ])("says so otherwise: %s", async (message, answer) => {
    background.answerDefinition = () => Promise.resolve(answer());
    await expect(run(JSON.stringify(position))).rejects.toThrow(message);
    expect(opened).toEqual([]);
  });

  test.each(["", "{", "null", '{"repository":1}', undefined])(
    "asks nothing about what is no position: %j",
    async (argument) => {
      await expect(run(argument)).rejects.toThrow("No definition found.");
    },
  );
});

describe("The card of a word", () => {
  const create = () => {
    const background = createFakeBackground();
    const due: (() => void)[] = [];
    const codeView = {} as HTMLElement;
    const controller = createHoverController({
      background,
      getInstance: () => toInstanceView(signedIn),
      getView: (element) =>
        element === codeView ? { facts: blob, scope: createContextStore() } : undefined,
      getPresence: () => "there",
      prepare: () => undefined,
      delay: (callback) => {
        due.push(callback);
        return () => due.splice(due.indexOf(callback), 1);
      },
    });
    const elapse = () => due.splice(0).forEach((callback) => callback());
    return { background, controller, codeView, elapse, shown: controller.card.getSnapshot };
  };

  test("shows the answer to the last question only, however late an earlier one is", async () => {
    const { background, controller, codeView, shown } = create();
    const first = Promise.withResolvers<ReturnType<typeof success<{ markdown: string }>>>();
    background.answerHover = () => first.promise;
    controller.point({ codeView, token: token(1, 0) });
    background.answerHover = () => Promise.resolve(success({ markdown: "second" }));
    controller.point({ codeView, token: token(2, 0) });
    await expect.poll(() => shown()?.answer).toEqual({ kind: "ready", markdown: "second" });
    first.resolve(success({ markdown: "first" }));
    await first.promise;
    await Promise.resolve();
    expect(shown()?.answer).toEqual({ kind: "ready", markdown: "second" });
  });

  test("goes a moment after the pointer has left, unless it comes back or the card is pinned", () => {
    const { controller, codeView, elapse, shown } = create();
    controller.point({ codeView, token: token(1, 0) });
    controller.point(undefined);
    controller.hold();
    elapse();
    expect(shown()).toBeDefined();
    controller.pin(true);
    controller.release();
    elapse();
    controller.point({ codeView, token: token(9, 0) });
    expect(shown()?.token.line).toBe(1);
    controller.pin(false);
    controller.release();
    elapse();
    expect(shown()).toBeUndefined();
  });

  test("goes when the page is scrolled, unless it is pinned or was opened by a key", () => {
    const { controller, codeView, shown } = create();
    const found = { codeView, token: token(1, 0) };
    controller.point(found);
    controller.scroll();
    expect(shown()).toBeUndefined();
    controller.open(found);
    controller.scroll();
    expect(shown()).toBeDefined();
    controller.close();
    controller.point(found);
    controller.pin(true);
    controller.scroll();
    expect(shown()).toBeDefined();
  });

  test("is not asked for where nothing can be known", () => {
    const { background, controller, shown } = create();
    expect(controller.open({ codeView: {} as HTMLElement, token: token(1, 0) })).toBe(false);
    expect([background.asked, shown()]).toEqual([[], undefined]);
  });
});
