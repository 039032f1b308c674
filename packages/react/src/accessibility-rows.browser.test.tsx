import type { ApplicationAction } from "@action-telemetry/actions";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { cdp, page, userEvent } from "vitest/browser";
import { ActionItem } from "./action-item/ActionItem.tsx";
import { CodeViewToolbar } from "./code-view-toolbar/CodeViewToolbar.tsx";
import { CommandPalette } from "./command-palette/CommandPalette.tsx";
import { createRecents } from "./command-palette/recents/createRecents.ts";
import { HoverOverlay } from "./hover-overlay/HoverOverlay.tsx";
import { ActionMenu } from "./menu/ActionMenu.tsx";
import { ActionSplitButton } from "./menu/ActionSplitButton.tsx";
import { renderActions } from "./testing/renderActions.tsx";

const run = () => undefined;
const actions: readonly ApplicationAction[] = [
  { id: "blame", title: "Blame", iconURL: "blame", run, actionItem: { pressed: "on" } },
  { id: "busy", title: "Busy", run: () => new Promise(() => undefined) },
  { id: "copy", title: "Copy path", iconURL: "copy", description: "To the clipboard", run },
  { id: "manual", title: "Manual", command: "open", commandArguments: ["https://codecov.io/"] },
  { id: "wrap", title: "Wrap", iconURL: "wrap", run },
];
const menus = {
  "editor/title": actions.map(({ id }) => ({ action: id })),
  hover: [{ action: "copy" }],
};
const button = (name: string) => page.getByRole("button", { name });
const anchor = { getBoundingClientRect: () => new DOMRect(60, 260, 30, 18) };

const everything = (
  <div style={{ display: "grid", gap: 8, justifyItems: "start" }}>
    <ActionItem action="copy" />
    <ActionItem action="copy" variant="icon" />
    <ActionItem action="manual" />
    <ActionSplitButton action="copy" alt="wrap" />
    <ActionMenu label="More" items={[{ action: "copy" }, { action: "blame" }]} />
    <CodeViewToolbar />
  </div>
);

interface MediaFeatures {
  readonly "forced-colors"?: "active";
  readonly "prefers-reduced-motion"?: "reduce";
}

/** Shows the page as a person's settings ask for, until the test has ended. */
async function emulate(features: MediaFeatures): Promise<void> {
  const session = cdp() as unknown as {
    send(method: string, options: object): Promise<unknown>;
  };
  const list = Object.entries(features).map(([name, value]) => ({ name, value }));
  await session.send("Emulation.setEmulatedMedia", { features: list });
  onTestFinished(async () => {
    await session.send("Emulation.setEmulatedMedia", { features: [] });
  });
}

const styleOf = (element: Element) => getComputedStyle(element);

describe("AX-07: a toolbar", () => {
  it("has its role and a name, one tab stop, arrows, Home and End", async () => {
    renderActions(<CodeViewToolbar />, { actions, menus });
    const toolbar = page.getByRole("toolbar", { name: "Code actions" });
    await expect.element(toolbar).toBeVisible();
    expect(toolbar.element().querySelectorAll("[tabindex='0']")).toHaveLength(1);
    await userEvent.tab();
    await userEvent.keyboard("{End}");
    await expect.element(button("Wrap")).toHaveFocus();
    await userEvent.keyboard("{ArrowRight}");
    await expect.element(button("Blame")).toHaveFocus();
  });
});

it("AX-08: a link is an anchor with an address, a command a button that submits nothing", async () => {
  renderActions(everything, { actions, menus });
  const link = page.getByRole("link", { name: /Manual/ }).first();
  await expect.element(link).toHaveAttribute("href", "https://codecov.io/");
  for (const element of page.getByRole("button").elements()) {
    expect([element.localName, element.getAttribute("type")]).toEqual(["button", "button"]);
  }
});

it("AX-09: a toggle says whether it is pressed, and its name stays", async () => {
  const { registry } = renderActions(<ActionItem action="blame" variant="toolbar" />, { actions });
  await expect.element(button("Blame")).toHaveAttribute("aria-pressed", "false");
  registry.context.update({ on: true });
  await expect.element(button("Blame")).toHaveAttribute("aria-pressed", "true");
});

it("AX-10: while it runs an item is busy and keeps the focus", async () => {
  renderActions(<CodeViewToolbar />, { actions, menus });
  await userEvent.tab();
  await userEvent.keyboard("{ArrowRight}{Enter}");
  await expect.element(button("Busy")).toHaveAttribute("aria-busy", "true");
  await expect.element(button("Busy")).toHaveFocus();
  expect(button("Busy").element().hasAttribute("disabled")).toBe(false);
});

it("AX-11: what shows its icon only has a name, and a link says that it opens a tab", async () => {
  renderActions(everything, { actions, menus });
  await expect.element(button("Copy path").nth(1)).toHaveAccessibleName("Copy path");
  await expect.element(button("More actions")).toHaveAccessibleName("More actions");
  const link = page.getByRole("link", { name: "Manual (opens in a new tab)" });
  await expect.element(link.first()).toBeVisible();
});

it("AX-12: a tooltip can be pointed at, stays, goes with Escape, and is not the only name", async () => {
  renderActions(<ActionItem action="copy" variant="icon" />, { actions });
  const tooltip = page.getByRole("tooltip");
  await userEvent.hover(button("Copy path"));
  await expect.poll(() => tooltip.query()?.textContent).toContain("To the clipboard");
  await userEvent.hover(tooltip);
  await expect.element(tooltip).toBeVisible();
  await userEvent.keyboard("{Escape}");
  await expect.element(tooltip).not.toBeInTheDocument();
  await expect.element(button("Copy path")).toHaveAccessibleName("Copy path");
  await expect.element(button("Copy path")).toHaveAccessibleDescription("To the clipboard.");
});

it("AX-13: every target has 24 pixels, whatever the page's font size", async () => {
  document.documentElement.style.fontSize = "10px";
  onTestFinished(() => {
    document.documentElement.style.removeProperty("font-size");
  });
  renderActions(everything, { actions, menus });
  await userEvent.click(button("More").last());
  const targets = document.querySelectorAll("button, a[href], [role^=menuitem]");
  expect(targets.length).toBeGreaterThan(10);
  for (const target of targets) {
    const { width, height } = target.getBoundingClientRect();
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
  }
});

it("AX-15: the focus is a line of 2 pixels", async () => {
  renderActions(everything, { actions, menus });
  await userEvent.tab();
  const { outlineStyle, outlineWidth } = styleOf(document.activeElement as Element);
  expect([outlineStyle, outlineWidth]).toEqual(["solid", "2px"]);
});

describe("AX-16: in forced colours", () => {
  beforeEach(async () => {
    await emulate({ "forced-colors": "active" });
  });

  it("what is pressed, focused or a menu is told apart by more than its background", async () => {
    const { registry } = renderActions(everything, { actions, menus });
    const toggle = button("Blame").last();
    const before = styleOf(toggle.element()).borderColor;
    registry.context.update({ on: true });
    await expect.poll(() => styleOf(toggle.element()).borderColor).not.toBe(before);
    await userEvent.click(button("More").last());
    const menu = page.getByRole("menu").element();
    expect(styleOf(menu).borderStyle).toBe("solid");
    const [icon] = menu.querySelectorAll("svg");
    expect(icon && styleOf(icon).stroke).not.toBe("none");
  });
});

it("AX-17: with less motion nothing moves", async () => {
  await emulate({ "prefers-reduced-motion": "reduce" });
  renderActions(
    <>
      {everything}
      <HoverOverlay
        token={1}
        label="sum"
        anchor={anchor}
        state={{ kind: "loading" }}
        loadingDelay={0}
      />
    </>,
    { actions, menus },
  );
  await expect.element(page.getByRole("dialog")).toBeVisible();
  await userEvent.click(button("More").last());
  await expect.element(page.getByRole("menu")).toBeVisible();
  for (const animation of document.getAnimations()) {
    expect(animation.effect?.getComputedTiming().endTime).toBe(0);
  }
});

describe("AX-19: shortcuts of single keys", () => {
  const keyed = [{ id: "permalink", title: "Permalink", keybindings: ["y"], run }];
  const names = ({ recorded }: ReturnType<typeof renderActions>) =>
    recorded.events.map(({ name }) => name);

  it("are switched off by one property, and none comes with the library", async () => {
    const on = renderActions(<CommandPalette recents={createRecents()} />, { actions: keyed });
    await userEvent.keyboard("y");
    expect(names(on)).toEqual(["permalink"]);
    on.unmount();
    const off = renderActions(<CommandPalette recents={createRecents()} />, {
      actions: keyed,
      shortcuts: "with-modifier",
    });
    const printable = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index));
    for (const key of printable) {
      const facts = { key, bubbles: true, cancelable: true };
      expect(document.body.dispatchEvent(new KeyboardEvent("keydown", facts))).toBe(true);
    }
    expect(names(off)).toEqual([]);
    expect(page.getByRole("dialog").query()).toBe(null);
  });

  it("leave everything alone that a person writes in", async () => {
    const rendered = renderActions(
      <>
        <input aria-label="Field" />
        <textarea aria-label="Area" />
        <div role="textbox" aria-label="Rich" tabIndex={0} contentEditable />
        <select aria-label="Choice">
          <option>x</option>
          <option>yes</option>
        </select>
      </>,
      { actions: keyed },
    );
    for (const name of ["Field", "Area", "Rich", "Choice"]) {
      (page.getByLabelText(name).element() as HTMLElement).focus();
      await userEvent.keyboard("y");
    }
    expect(names(rendered)).toEqual([]);
    await expect.element(page.getByLabelText("Rich")).toHaveTextContent("y");
    await expect.element(page.getByLabelText("Choice")).toHaveValue("yes");
  });

  it("come after the page, and are not those of assistive technology", async () => {
    const rendered = renderActions(null, { actions: keyed });
    const onKeyDown = (event: KeyboardEvent) => event.preventDefault();
    document.body.addEventListener("keydown", onKeyDown);
    await userEvent.keyboard("y");
    document.body.removeEventListener("keydown", onKeyDown);
    await userEvent.keyboard("{Control>}{Alt>}y{/Alt}{/Control}{Control>}y{/Control}");
    expect(names(rendered)).toEqual([]);
  });
});

it("AX-20: everything is left by keyboard again", async () => {
  renderActions(
    <>
      {everything}
      <HoverOverlay token={1} label="sum" anchor={anchor} state={{ kind: "ready" }} hasFocus />
      <button type="button">After</button>
    </>,
    { actions, menus },
  );
  for (let presses = 0; presses < 12; presses += 1) {
    if (document.activeElement?.textContent === "After") break;
    await userEvent.tab();
  }
  await expect.element(button("After")).toHaveFocus();
});

it("AX-21: from right to left the arrows follow what is seen, and menus open at the right", async () => {
  renderActions(
    <div dir="rtl" style={{ padding: 20 }}>
      <CodeViewToolbar />
      <ActionMenu label="More" items={[{ action: "copy" }]} />
    </div>,
    { actions, menus },
  );
  await userEvent.tab();
  await userEvent.keyboard("{ArrowLeft}");
  await expect.element(button("Busy")).toHaveFocus();
  await userEvent.click(button("More").last());
  const menu = page.getByRole("menu").element().getBoundingClientRect();
  expect(menu.right).toBeCloseTo(button("More").last().element().getBoundingClientRect().right, 0);
});

it("AX-22: pointer, keyboard and assistive technology cause the same event", async () => {
  const { recorded } = renderActions(<ActionItem action="copy" surface="toolbar" />, { actions });
  await userEvent.click(button("Copy path"));
  await userEvent.keyboard("{Enter}");
  await userEvent.keyboard(" ");
  (button("Copy path").element() as HTMLElement).click();
  expect(recorded.events.map(({ name, surface }) => [name, surface])).toEqual(
    Array.from({ length: 4 }, () => ["copy", "toolbar"]),
  );
  expect(recorded.events.map(({ trigger }) => trigger)).toEqual([
    "pointer",
    "keyboard",
    "keyboard",
    "api",
  ]);
});
