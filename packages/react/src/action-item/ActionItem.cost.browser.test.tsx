import { createActionRegistry, type ApplicationAction } from "@action-telemetry/actions";
import { Profiler, type ReactNode } from "react";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { renderActions } from "../testing/renderActions.tsx";
import { ActionItem } from "./ActionItem.tsx";

const run = () => undefined;
const declared: ApplicationAction = { id: "declared", title: "Declared ${name}", run };
const actions: readonly ApplicationAction[] = [
  { id: "plain", title: "Plain", run },
  { id: "named", title: "Named ${name}", run },
  { id: "toggle", title: "Toggle", run, actionItem: { pressed: "on" } },
  declared,
];

/** Items of all kinds of reference, and how often each rendered. */
function renderCounted() {
  const renders: Record<string, number> = {};
  const count = (id: string) => (renders[id] = (renders[id] ?? 0) + 1);
  const counted = (id: string, item: ReactNode) => (
    <Profiler id={id} onRender={count}>
      {item}
    </Profiler>
  );
  const resolved = createActionRegistry().resolveAction({ id: "done", title: "Done", run });
  const { registry } = renderActions(
    <>
      {counted("plain", <ActionItem action="plain" />)}
      {counted("with alternative", <ActionItem action="plain" alt="toggle" />)}
      {counted("named", <ActionItem action="named" />)}
      {counted("toggle", <ActionItem action="toggle" variant="toolbar" />)}
      {counted("declared", <ActionItem action={declared} />)}
      {counted("resolved", <ActionItem action={resolved} />)}
    </>,
    { actions: actions.slice(0, 3) },
  );
  return {
    context: registry.context,
    /** What rendered since the last look. */
    look() {
      const seen = Object.keys(renders);
      for (const id of seen) Reflect.deleteProperty(renders, id);
      return seen;
    },
  };
}

describe("A change of the context", () => {
  it("that nothing reads renders no item again", async () => {
    const { context, look } = renderCounted();
    expect(look()).toHaveLength(6);
    context.update({ unrelated: 1 });
    context.update({ unrelated: 2, other: "x" });
    await expect.element(page.getByRole("button", { name: "Named" })).toBeVisible();
    expect(look()).toEqual([]);
  });

  it("renders the items again that read it, and no others", async () => {
    const { context, look } = renderCounted();
    look();
    context.update({ name: "Ada" });
    await expect.element(page.getByRole("button", { name: "Declared Ada" })).toBeVisible();
    expect(look()).toEqual(["named", "declared"]);
    context.update({ on: true });
    const toggle = page.getByRole("button", { name: "Toggle" });
    await expect.element(toggle).toHaveAttribute("aria-pressed", "true");
    expect(look()).toContain("toggle");
    expect(look()).not.toContain("plain");
  });
});

it("An item that is pointed at renders alone, and nothing listens at the elements", async () => {
  const listen = vi.spyOn(HTMLElement.prototype, "addEventListener");
  const { look } = renderCounted();
  expect(listen.mock.contexts.filter((node) => node instanceof HTMLButtonElement)).toEqual([]);
  listen.mockRestore();
  look();
  // Its tooltip would show it again: on a slow machine the pointer rests for longer than that waits.
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  await userEvent.hover(page.getByRole("button", { name: "Plain" }).first());
  await userEvent.unhover(page.getByRole("button", { name: "Plain" }).first());
  expect(look()).toEqual([]);
});
