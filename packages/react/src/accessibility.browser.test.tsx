import type { ApplicationAction } from "@action-telemetry/actions";
import { beforeEach, describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { ActionItem } from "./action-item/ActionItem.tsx";
import type { ActionItemVariant } from "./action-item/ActionItemForm.ts";
import { CodeViewToolbar } from "./code-view-toolbar/CodeViewToolbar.tsx";
import { CommandPalette } from "./command-palette/CommandPalette.tsx";
import { createRecents } from "./command-palette/recents/createRecents.ts";
import { findViolations } from "./testing/findViolations.ts";
import { renderActions } from "./testing/renderActions.tsx";

const run = () => undefined;
const actions: readonly ApplicationAction[] = [
  { id: "save", title: "Save", description: "Writes the file", iconURL: "check", run },
  { id: "plain", title: "Plain", run },
  { id: "busy", title: "Busy", run: () => new Promise(() => undefined) },
  { id: "fails", title: "Fails", run: () => Promise.reject(new Error("Too large.")) },
  { id: "blame", title: "Blame", iconURL: "blame", run, actionItem: { pressed: "true" } },
  { id: "manual", title: "Manual", command: "open", commandArguments: ["#manual"] },
  { id: "away", title: "Away", command: "open", commandArguments: ["https://codecov.io/"] },
  { id: "text", title: "1,204 lines", description: "of code" },
];
const ids = actions.map(({ id }) => id);
const variants: readonly ActionItemVariant[] = ["default", "primary", "quiet", "toolbar", "icon"];
const menus = {
  commandPalette: [
    ...ids.slice(1).map((action) => ({ action })),
    { action: "save", disabledWhen: "true" },
  ],
  "editor/title": ids.map((action) => ({ action })),
};

describe.each(["light", "dark"])("In the %s theme axe finds nothing wrong with", (theme) => {
  beforeEach(() => {
    document.documentElement.dataset["theme"] = theme;
    document.body.style.background = "var(--at-surface)";
  });

  it.each(variants)(
    "items that are %s, at rest, pressed, disabled, busy and failed",
    async (variant) => {
      renderActions(
        <div style={{ display: "flex", flexWrap: "wrap", gap: 4 }}>
          {ids.map((id) => (
            <ActionItem key={id} action={id} variant={variant} />
          ))}
          <ActionItem action="save" variant={variant} disabled="Open a file first" />
          <ActionItem action="manual" variant={variant} disabled="Sign in first" />
        </div>,
        { actions },
      );
      await userEvent.click(page.getByRole("button", { name: "Busy" }));
      await userEvent.click(page.getByRole("button", { name: "Fails" }));
      await expect.element(page.getByRole("button", { name: "Busy" })).toHaveAttribute("aria-busy");
      await expect.element(page.getByRole("tooltip")).toBeVisible();
      expect(await findViolations()).toEqual([]);
    },
  );

  it("a toolbar", async () => {
    renderActions(<CodeViewToolbar />, { actions, menus });
    expect(await findViolations()).toEqual([]);
  });

  it("a palette that is closed, open, searched and empty", async () => {
    const palette = (
      <CommandPalette recents={createRecents()} trigger={<CommandPalette.Trigger />} />
    );
    renderActions(palette, { actions, menus });
    expect(await findViolations()).toEqual([]);
    await userEvent.click(page.getByRole("button", { name: "Command palette" }));
    expect(await findViolations()).toEqual([]);
    await userEvent.keyboard("a");
    expect(await findViolations()).toEqual([]);
    await userEvent.keyboard("zzz");
    expect(await findViolations()).toEqual([]);
  });
});

it("finds what is wrong with a control of 10 by 10 pixels without a name", async () => {
  const bad = document.createElement("button");
  bad.style.cssText = "width: 10px; height: 10px; padding: 0";
  document.body.append(bad, bad.cloneNode());
  const found = await findViolations();
  expect(found.join()).toMatch(/button-name.*target-size/s);
  for (const button of document.querySelectorAll("button")) button.remove();
});
