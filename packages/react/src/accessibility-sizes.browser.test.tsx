import type { ApplicationAction } from "@action-telemetry/actions";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { page, userEvent } from "vitest/browser";
import { ActionItem } from "./action-item/ActionItem.tsx";
import { CodeViewToolbar } from "./code-view-toolbar/CodeViewToolbar.tsx";
import { CommandPalette } from "./command-palette/CommandPalette.tsx";
import { createRecents } from "./command-palette/recents/createRecents.ts";
import { ConsentSettings } from "./consent-settings/ConsentSettings.tsx";
import { HoverOverlay } from "./hover-overlay/HoverOverlay.tsx";
import { ActionMenu } from "./menu/ActionMenu.tsx";
import { ActionSplitButton } from "./menu/ActionSplitButton.tsx";
import { TelemetryInspector } from "./telemetry-inspector/TelemetryInspector.tsx";
import { createInspectedClient } from "./testing/createInspectedClient.ts";
import { findCutText } from "./testing/findCutText.ts";
import { renderActions } from "./testing/renderActions.tsx";

const run = () => undefined;
const actions: readonly ApplicationAction[] = [
  { id: "blame", title: "Toggle blame", category: "Git", keybindings: ["Alt+B"], run },
  { id: "copy", title: "Copy path", description: "To the clipboard", iconURL: "copy", run },
  { id: "manual", title: "Manual", command: "open", commandArguments: ["https://codecov.io/"] },
  { id: "wrap", title: "Wrap long lines", category: "View", iconURL: "wrap", run },
];
const items = actions.map(({ id }) => ({ action: id }));
const menus = {
  commandPalette: [...items.slice(1), { action: "blame", disabledWhen: "true" }],
  "editor/title": items,
  hover: items.slice(0, 2),
};
const button = (name: string) => page.getByRole("button", { name });
const anchor = { getBoundingClientRect: () => new DOMRect(20, 150, 30, 18) };

const controls = (
  <div style={{ display: "grid", gap: 8, justifyItems: "start", minInlineSize: 0 }}>
    <ActionItem action="copy" />
    <ActionItem action="copy" variant="icon" />
    <ActionItem action="manual" variant="primary" />
    <ActionSplitButton action="copy" alt="wrap" />
    <ActionMenu label="More" items={items} />
    <CodeViewToolbar />
  </div>
);

function Panels() {
  const { client, record } = createInspectedClient([{ status: 503 }]);
  record("a.rather.long.action/ID.of-an-extension.that.somebody.wrote");
  return (
    <>
      <ConsentSettings consent={client.consent} />
      <TelemetryInspector client={client} />
    </>
  );
}

async function showControls() {
  renderActions(controls, { actions, menus });
  return document.body;
}

async function showMenu() {
  renderActions(controls, { actions, menus });
  (button("More").first().element() as HTMLElement).focus();
  await userEvent.keyboard("{Enter}");
  return page.getByRole("menu").element();
}

async function showTooltip() {
  renderActions(controls, { actions, menus });
  await userEvent.tab();
  await expect.element(page.getByRole("tooltip")).toBeVisible();
  return page.getByRole("tooltip").element();
}

async function showHover() {
  const content = <p>{"word ".repeat(80)}</p>;
  const state = { kind: "ready", content } as const;
  renderActions(<HoverOverlay token={1} label="sum" anchor={anchor} state={state} />, {
    actions,
    menus,
  });
  return page.getByRole("dialog").element();
}

async function showPalette() {
  renderActions(<CommandPalette recents={createRecents()} />, { actions, menus });
  await userEvent.keyboard("{F1}");
  await expect.element(page.getByRole("option").first()).toBeVisible();
  return page.getByRole("dialog").element();
}

async function showFailure() {
  const fails = () => Promise.reject(new Error("There is no space left on the device."));
  const palette = <CommandPalette recents={createRecents()} staysOpen defaultOpen />;
  const failing = [{ id: "up", title: "Upload the index of the repository", run: fails }];
  renderActions(palette, { actions: failing, menus: { commandPalette: [{ action: "up" }] } });
  await userEvent.keyboard("{Enter}");
  await expect.element(button("Try again")).toBeVisible();
  return page.getByRole("dialog").element();
}

async function showPanels() {
  renderActions(<Panels />);
  await expect.element(page.getByText(/rather/)).toBeVisible();
  for (const summary of document.querySelectorAll("summary")) summary.click();
  return document.body;
}

/** What a person has to see: how it is brought onto the page, and what of it is looked at. */
const scenes = {
  controls: showControls,
  "an open menu": showMenu,
  "a tooltip": showTooltip,
  "a hover": showHover,
  "a palette": showPalette,
  "a palette with a failure": showFailure,
  panels: showPanels,
} as const;

const all = Object.entries(scenes);

async function resize(width: number, height: number): Promise<void> {
  await page.viewport(width, height);
  onTestFinished(() => page.viewport(414, 896));
}

function addStyle(text: string): void {
  const style = document.head.appendChild(document.createElement("style"));
  style.textContent = text;
  onTestFinished(() => style.remove());
}

/** Makes letters and lines twice as large and nothing else, as browsers do that enlarge text alone. */
function doubleText(): void {
  const sizes = [...document.body.querySelectorAll<HTMLElement>("*")].map((element) => {
    const { fontSize, lineHeight } = getComputedStyle(element);
    return [element, Number.parseFloat(fontSize), Number.parseFloat(lineHeight)] as const;
  });
  for (const [element, fontSize, lineHeight] of sizes) {
    element.style.setProperty("font-size", `${2 * fontSize}px`, "important");
    if (!Number.isNaN(lineHeight)) {
      element.style.setProperty("line-height", `${2 * lineHeight}px`, "important");
    }
  }
}

const sidewaysScroll = () => document.documentElement.scrollWidth - innerWidth;

describe("AX-18: at 400 %, a window of 1280 by 1024 shows 320 by 256 pixels, and in it", () => {
  beforeEach(() => resize(320, 256));

  it.each(all)("%s: nothing is cut, and nothing scrolls sideways", async (_name, show) => {
    const shown = await show();
    expect(sidewaysScroll()).toBeLessThanOrEqual(0);
    expect(findCutText(shown)).toEqual([]);
    for (const popup of document.querySelectorAll(":popover-open, dialog[open] > *")) {
      const { left, right, top, bottom } = popup.getBoundingClientRect();
      expect(Math.min(left, top, 320 - right, 256 - bottom)).toBeGreaterThanOrEqual(0);
    }
  });
});

describe("AX-18: with the text spacing that a person may set", () => {
  it.each(all)("%s: nothing is cut", async (_name, show) => {
    addStyle(
      `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
       p { margin-block-end: 2em !important }`,
    );
    expect(findCutText(await show())).toEqual([]);
    expect(sidewaysScroll()).toBeLessThanOrEqual(0);
  });
});

describe("AX-18: with text of 200 %, enlarged alone", () => {
  it.each(all)("%s: nothing is cut", async (name, show) => {
    await resize(800, 896);
    const shown = await show();
    // A row of a palette is one line: a reason that no longer fits is shortened, and read in full.
    if (name === "a palette") shown.querySelector("[role=option][aria-disabled]")?.remove();
    doubleText();
    expect(findCutText(shown)).toEqual([]);
    expect(sidewaysScroll()).toBeLessThanOrEqual(0);
  });
});

it("what is cut is found", () => {
  const bad = document.body.appendChild(document.createElement("div"));
  onTestFinished(() => bad.remove());
  bad.innerHTML = `<div class="box" style="overflow: hidden; inline-size: 20px; block-size: 20px; white-space: nowrap">Much more text</div>
    <button class="low" style="block-size: 8px; padding: 0">High</button>`;
  expect(findCutText(bad)).toEqual([
    '"Much more text" is wider than .box',
    '"High" is higher than .low',
  ]);
});
