import { createActionRegistry, type ApplicationAction } from "@action-telemetry/actions";
import { createTestRecorder } from "@action-telemetry/telemetry/testing";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { ActionItem } from "./action-item/ActionItem.tsx";
import { ActionsProvider } from "./actions-provider/ActionsProvider.tsx";
import { CodeViewToolbar } from "./code-view-toolbar/CodeViewToolbar.tsx";
import { CommandPalette } from "./command-palette/CommandPalette.tsx";
import { createRecents } from "./command-palette/recents/createRecents.ts";
import { HoverOverlay } from "./hover-overlay/HoverOverlay.tsx";
import { ActionContextMenu } from "./menu/ActionContextMenu.tsx";
import { ActionMenu } from "./menu/ActionMenu.tsx";
import { ActionSplitButton } from "./menu/ActionSplitButton.tsx";
import styles from "./styles.css?inline";
import { TelemetryProvider } from "./telemetry-provider/TelemetryProvider.tsx";
import { renderActions } from "./testing/renderActions.tsx";

const run = () => undefined;
const actions: readonly ApplicationAction[] = [
  { id: "blame", title: "Blame", iconURL: "blame", description: "Who wrote it", run },
  { id: "copy", title: "Copy path", run },
  { id: "wrap", title: "Wrap", run },
];
const menus = {
  "editor/title": actions.map(({ id }) => ({ action: id })),
  hover: [{ action: "copy" }],
};
const hoverAnchor = { getBoundingClientRect: () => new DOMRect(40, 300, 30, 18) };

const page = (
  <>
    <ActionItem action="blame" variant="icon" />
    <CodeViewToolbar />
    <ActionMenu label="More" items={[{ action: "copy" }, { action: "wrap" }]} />
    <HoverOverlay
      token="sum"
      label="sum"
      anchor={hoverAnchor}
      state={{ kind: "ready", content: "Adds." }}
    />
  </>
);

/** The element that has a role and a name among those below a node, wherever that is. */
function find(below: ParentNode, selector: string, text: string): HTMLElement {
  const found = [...below.querySelectorAll<HTMLElement>(selector)].find(
    (element) => (element.getAttribute("aria-label") ?? element.textContent) === text,
  );
  if (found === undefined) throw new Error(`There is no ${selector} named "${text}".`);
  return found;
}

const isOpen = (below: ParentNode, selector: string) =>
  below.querySelector(selector)?.matches(":popover-open") ?? false;

/** Walks through menu, tooltip and item by keyboard, with real keys. */
async function walk(below: ParentNode): Promise<void> {
  find(below, "button", "More").focus();
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => isOpen(below, "[role=menu]")).toBe(true);
  await userEvent.keyboard("wr{Enter}");
  await expect.poll(() => below.querySelector("[role=menu]")).toBe(null);
  find(below, "button", "Blame").focus();
  await expect.poll(() => isOpen(below, "[role=tooltip]")).toBe(true);
  expect(below.querySelector("[role=tooltip]")?.textContent).toContain("Who wrote it");
  await userEvent.keyboard("{Enter}");
}

const expectedEvents = [
  { name: "hover", surface: "hover" },
  { name: "wrap", surface: "menu", trigger: "keyboard" },
  { name: "blame", surface: "page", trigger: "keyboard" },
];

describe.each(["open", "closed"] as const)("In a shadow root that is %s", (mode) => {
  it("all of it works by keyboard, in the top layer, once each", async () => {
    const host = document.body.appendChild(document.createElement("div"));
    onTestFinished(() => host.remove());
    const root = host.attachShadow({ mode });
    root.append(Object.assign(document.createElement("style"), { textContent: styles }));
    const { recorded } = renderActions(page, { actions, menus, parent: root });
    await walk(root);
    await expect.poll(() => recorded.events).toEqual(expectedEvents);
  });

  it("a menu stays for a press on itself, and goes for one elsewhere", async () => {
    const host = document.body.appendChild(document.createElement("div"));
    onTestFinished(() => host.remove());
    const root = host.attachShadow({ mode });
    renderActions(page, { actions, menus, parent: root });
    const press = (element: Element) =>
      element.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, composed: true }));
    find(root, "button", "More").click();
    await expect.poll(() => isOpen(root, "[role=menu]")).toBe(true);
    press(find(root, "[role=menuitem]", "Wrap"));
    expect(isOpen(root, "[role=menu]")).toBe(true);
    press(find(root, "button", "Blame"));
    await expect.poll(() => root.querySelector("[role=menu]")).toBe(null);
    find(root, "button", "More").click();
    await expect.poll(() => isOpen(root, "[role=menu]")).toBe(true);
    press(document.body);
    await expect.poll(() => root.querySelector("[role=menu]")).toBe(null);
  });
});

describe("In another document", () => {
  it("a frame with a strict policy, everything works and nothing breaks the policy", async () => {
    const frame = document.createElement("iframe");
    frame.style.cssText = "inline-size: 600px; block-size: 500px";
    frame.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'"><title>Frame</title>`;
    const loaded = new Promise((resolve) => frame.addEventListener("load", resolve));
    document.body.append(frame);
    onTestFinished(() => frame.remove());
    await loaded;
    const inner = frame.contentDocument as Document;
    const broken: string[] = [];
    inner.addEventListener("securitypolicyviolation", ({ violatedDirective }) =>
      broken.push(violatedDirective),
    );
    const { recorded } = renderActions(page, { actions, menus, parent: inner.body });
    frame.contentWindow?.focus();
    find(inner, "button", "More").click();
    await expect.poll(() => isOpen(inner, "[role=menu]")).toBe(true);
    find(inner, "[role=menuitem]", "Wrap").click();
    find(inner, "button", "Blame").click();
    await expect
      .poll(() => recorded.events.map(({ name }) => name))
      .toEqual(["hover", "wrap", "blame"]);
    expect(broken).toEqual([]);
    // The policy is one that would say so.
    inner.body.setAttribute("style", "color: red");
    await expect.poll(() => broken).toEqual(["style-src-attr"]);
  });

  it("a popup window, popups open there and its keys are heard there", async () => {
    const popup = window.open("", "", "popup,width=700,height=600") as Window;
    onTestFinished(() => popup.close());
    const style = popup.document.createElement("style");
    style.textContent = styles;
    popup.document.head.append(style);
    renderActions(page, { actions, menus, parent: popup.document.body });
    const { document: other } = popup;
    find(other, "button", "More").click();
    await expect.poll(() => isOpen(other, "[role=menu]")).toBe(true);
    expect(document.querySelector("[role=menu]")).toBe(null);
    const menu = other.querySelector<HTMLElement>("[role=menu]");
    expect(menu?.getBoundingClientRect().top).toBeGreaterThan(0);
    menu?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
    await expect.poll(() => other.querySelector("[role=menu]") === null).toBe(true);
  });
});

describe("In a popup window", () => {
  function openWindow(): Document {
    const popup = window.open("", "", "popup,width=700,height=600") as Window;
    onTestFinished(() => popup.close());
    const style = popup.document.createElement("style");
    style.textContent = styles;
    popup.document.head.append(style);
    return popup.document;
  }

  it("a palette opens as its dialog, finds, and runs what is chosen once", async () => {
    const other = openWindow();
    const palette = (
      <CommandPalette recents={createRecents()} trigger={<CommandPalette.Trigger />} />
    );
    const { recorded } = renderActions(palette, {
      actions,
      menus: { commandPalette: menus["editor/title"] },
      parent: other.body,
    });
    other.querySelector<HTMLElement>(".at-palette-trigger")?.click();
    await expect.poll(() => other.querySelector("dialog")?.matches(":modal")).toBe(true);
    expect(document.querySelector("dialog")).toBe(null);
    expect(other.activeElement?.getAttribute("role")).toBe("combobox");
    other.querySelectorAll<HTMLElement>("[role=option]")[1]?.click();
    await expect.poll(() => other.querySelector("dialog") === null).toBe(true);
    await expect.poll(() => recorded.events).toMatchObject([{ name: "copy", surface: "palette" }]);
  });

  it("a context menu, a split button and a tooltip open there, and go again", async () => {
    const other = openWindow();
    const { recorded } = renderActions(
      <>
        <ActionContextMenu label="Line" items={[{ action: "copy" }]}>
          <button type="button">Line</button>
        </ActionContextMenu>
        <ActionSplitButton action="wrap" alt="copy" />
        <ActionItem action="blame" variant="icon" />
      </>,
      { actions, parent: other.body },
    );
    const facts = { bubbles: true, cancelable: true, clientX: 40, clientY: 20, button: 2 };
    find(other, "button", "Line").dispatchEvent(new MouseEvent("contextmenu", facts));
    await expect.poll(() => isOpen(other, "[role=menu]")).toBe(true);
    find(other, "[role=menuitem]", "Copy path").click();
    await expect.poll(() => other.querySelector("[role=menu]") === null).toBe(true);
    find(other, "button", "More actions").click();
    await expect.poll(() => isOpen(other, "[role=menu]")).toBe(true);
    find(other, "[role=menuitem]", "Copy path").click();
    await expect.poll(() => other.querySelector("[role=menu]") === null).toBe(true);
    const blame = find(other, "button", "Blame");
    blame.dispatchEvent(new PointerEvent("pointerover", { bubbles: true, pointerType: "mouse" }));
    await expect.poll(() => isOpen(other, "[role=tooltip]")).toBe(true);
    expect(document.querySelector("[role=tooltip], [role=menu]")).toBe(null);
    await expect.poll(() => recorded.events.map(({ name }) => name)).toEqual(["copy", "copy"]);
  });
});

describe("Rendered on a server", () => {
  function provided(children: ReactNode) {
    const registry = createActionRegistry({ baseURL: location.href });
    registry.registerContributions({ actions, menus });
    const { recorder } = createTestRecorder();
    return (
      <TelemetryProvider recorder={recorder}>
        <ActionsProvider registry={registry}>{children}</ActionsProvider>
      </TelemetryProvider>
    );
  }

  it("says the same in the browser, without a style attribute, and works then", async () => {
    const onRecoverableError = vi.fn();
    const error = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const container = document.body.appendChild(document.createElement("div"));
    const html = renderToString(provided(page));
    expect(html).toContain("Blame");
    expect(html).not.toContain("style=");
    container.innerHTML = html;
    const view = render(provided(page), { container, hydrate: true, onRecoverableError });
    onTestFinished(() => {
      view.unmount();
      container.remove();
    });
    await expect.poll(() => isOpen(container, "[role=dialog]")).toBe(true);
    find(container, "button", "More").click();
    await expect.poll(() => isOpen(container, "[role=menu]")).toBe(true);
    expect(onRecoverableError).not.toHaveBeenCalled();
    // React 18 takes every page for a server while it renders to text; on a real one it is silent.
    const said = error.mock.calls.map(([text]) => String(text));
    error.mockRestore();
    expect(said.filter((text) => !text.includes("useLayoutEffect does nothing"))).toEqual([]);
  });
});

it("Two applications on a page log what is theirs, once each", async () => {
  const first = renderActions(<ActionItem action="copy" />, { actions });
  const second = renderActions(<ActionItem action="copy" />, { actions });
  find(second.container, "button", "Copy path").click();
  await expect
    .poll(() => [first.recorded.events.length, second.recorded.events.length])
    .toEqual([0, 1]);
});
