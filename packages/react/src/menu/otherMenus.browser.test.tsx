import type { ApplicationAction } from "@action-telemetry/actions";
import { describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { renderActions } from "../testing/renderActions.tsx";
import { ActionContextMenu } from "./ActionContextMenu.tsx";
import { ActionSplitButton } from "./ActionSplitButton.tsx";

const run = () => undefined;
const actions: readonly ApplicationAction[] = [
  { id: "save", title: "Save", run },
  { id: "save.all", title: "Save all", run },
  { id: "save.as", title: "Save as…", run },
];
const item = (name: string) => page.getByRole("menuitem", { name });

describe("A split button", () => {
  const split = <ActionSplitButton action="save" alt="save.all" items={[{ action: "save.as" }]} />;

  it("runs its action, and in its menu the alternative as itself", async () => {
    const { recorded } = renderActions(split, { actions });
    await userEvent.click(page.getByRole("button", { name: "Save" }));
    await userEvent.click(page.getByRole("button", { name: "More actions" }));
    await userEvent.click(item("Save all"));
    await userEvent.click(page.getByRole("button", { name: "More actions" }));
    await userEvent.click(item("Save as…"));
    await expect
      .poll(() => recorded.events)
      .toEqual([
        { name: "save", surface: "page", trigger: "pointer" },
        { name: "save.all", surface: "page", trigger: "pointer" },
        { name: "save.as", surface: "page", trigger: "pointer" },
      ]);
  });

  it("runs the alternative for a click with the modifier, and says so", async () => {
    const { recorded } = renderActions(split, { actions });
    await userEvent.click(page.getByRole("button", { name: "Save" }), { modifiers: ["Control"] });
    await expect.poll(() => recorded.events).toMatchObject([{ name: "save.all", alt: true }]);
  });

  it("is a group of two buttons, of at least 24 pixels", () => {
    renderActions(split, { actions });
    const group = page.getByRole("group", { name: "More actions" });
    for (const button of group.getByRole("button").elements()) {
      const { width, height } = button.getBoundingClientRect();
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    }
  });
});

describe("A context menu", () => {
  const area = (
    <ActionContextMenu label="Line 12" items={[{ action: "save" }, { action: "save.all" }]}>
      <button type="button">Line</button>
    </ActionContextMenu>
  );
  const line = () => page.getByRole("button", { name: "Line" });

  it("opens where the right button is pressed, and runs what is chosen once", async () => {
    const { recorded } = renderActions(area, { actions });
    await userEvent.click(line(), { button: "right", position: { x: 4, y: 4 } });
    const menu = page.getByRole("menu", { name: "Line 12" });
    await expect.element(menu).toBeVisible();
    const { left, top } = line().element().getBoundingClientRect();
    expect(menu.element().getBoundingClientRect().left).toBeCloseTo(Math.max(8, left + 4), -1);
    expect(menu.element().getBoundingClientRect().top).toBeGreaterThan(top);
    await userEvent.click(item("Save all"));
    await expect
      .poll(() => recorded.events)
      .toEqual([{ name: "save.all", surface: "menu", trigger: "pointer" }]);
  });

  it("opens for the menu key, and gives the focus back", async () => {
    renderActions(area, { actions });
    await userEvent.tab();
    line()
      .element()
      .dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, cancelable: true }));
    await expect.element(item("Save").first()).toHaveFocus();
    await userEvent.keyboard("{Escape}");
    await expect.element(line()).toHaveFocus();
  });

  it("leaves the browser's own menu to the person with Shift", () => {
    renderActions(area, { actions });
    const event = new MouseEvent("contextmenu", {
      bubbles: true,
      cancelable: true,
      shiftKey: true,
    });
    line().element().dispatchEvent(event);
    expect(event.defaultPrevented).toBe(false);
  });
});
