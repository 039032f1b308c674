import type { ApplicationAction } from "@action-telemetry/actions";
import { virtual } from "@guidepup/virtual-screen-reader";
import { afterEach, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { ActionItem } from "./action-item/ActionItem.tsx";
import { CodeViewToolbar } from "./code-view-toolbar/CodeViewToolbar.tsx";
import { HoverOverlay } from "./hover-overlay/HoverOverlay.tsx";
import { ActionMenu } from "./menu/ActionMenu.tsx";
import { renderActions } from "./testing/renderActions.tsx";

const run = () => undefined;
const actions: readonly ApplicationAction[] = [
  { id: "blame", title: "Blame", iconURL: "blame", run, actionItem: { pressed: "on" } },
  { id: "copy", title: "Copy path", description: "To the clipboard", iconURL: "copy", run },
  { id: "manual", title: "Manual", command: "open", commandArguments: ["https://codecov.io/"] },
  { id: "publish", title: "Publish", run },
  { id: "fails", title: "Upload", run: () => Promise.reject(new Error("Too large.")) },
];
const menus = {
  "editor/title": [
    { action: "blame", group: "1" },
    { action: "copy", group: "1" },
    { action: "manual", group: "2" },
    { action: "publish", group: "2", disabledWhen: "true" },
  ],
  hover: [{ action: "copy" }],
};

afterEach(() => virtual.stop());

/** What is spoken from here to the end of an element. */
async function read(container: Element): Promise<readonly string[]> {
  await virtual.start({ container: container as HTMLElement });
  while ((await virtual.lastSpokenPhrase()) !== "end") await virtual.next();
  return virtual.spokenPhraseLog();
}

it("A toolbar is spoken with its groups, states and reasons", async () => {
  renderActions(<CodeViewToolbar />, { actions, menus });
  expect(
    await read(page.getByRole("toolbar").element().parentElement as Element),
  ).toMatchSnapshot();
});

it("An open menu is spoken with its check boxes, links and reasons", async () => {
  renderActions(<ActionMenu label="More" menu="editor/title" />, { actions, menus });
  await userEvent.tab();
  await userEvent.keyboard("{Enter}");
  expect(await read(page.getByRole("menu").element())).toMatchSnapshot();
});

it("A hover is spoken with its content and its actions", async () => {
  const anchor = { getBoundingClientRect: () => new DOMRect(60, 260, 30, 18) };
  const state = { kind: "ready", content: <p>Adds two numbers.</p> } as const;
  renderActions(<HoverOverlay token={1} label="sum" anchor={anchor} state={state} />, {
    actions,
    menus,
  });
  expect(await read(page.getByRole("dialog").element())).toMatchSnapshot();
});

it("A hover that failed is spoken at once", async () => {
  const anchor = { getBoundingClientRect: () => new DOMRect(60, 260, 30, 18) };
  const hover = (state: { kind: "loading" } | { kind: "failed"; message: string }) => (
    <HoverOverlay token={1} label="sum" anchor={anchor} state={state} loadingDelay={0} />
  );
  const { render, container } = renderActions(hover({ kind: "loading" }));
  await virtual.start({ container });
  render(hover({ kind: "failed", message: "The server is gone." }));
  await expect
    .poll(async () => (await virtual.spokenPhraseLog()).join("\n"))
    .toContain("assertive: The server is gone.");
});

it("A failure of an item is spoken without its message, which is its description", async () => {
  const { container } = renderActions(<ActionItem action="fails" />, { actions });
  await virtual.start({ container });
  await userEvent.click(page.getByRole("button", { name: "Upload" }));
  await expect
    .poll(async () => (await virtual.spokenPhraseLog()).join("\n"))
    .toContain("assertive: Upload failed");
});
