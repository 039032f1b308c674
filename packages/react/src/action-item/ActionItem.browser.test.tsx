import type { ApplicationAction } from "@action-telemetry/actions";
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { renderActions } from "../testing/renderActions.tsx";
import { ActionItem } from "./ActionItem.tsx";

const command = (more: Partial<ApplicationAction> = {}): ApplicationAction => ({
  id: "first",
  title: "Save file",
  run: () => undefined,
  ...more,
});
const button = (name = "Save file") => page.getByRole("button", { name });
const tooltip = () => page.getByRole("tooltip");

describe("What an item is", () => {
  it("is a toggle whose name stays while its state changes", async () => {
    const pressed: ApplicationAction = command({ actionItem: { label: "Blame", pressed: "on" } });
    const { registry } = renderActions(<ActionItem action="first" variant="toolbar" />, {
      actions: [pressed],
    });
    await expect.element(button("Blame")).toHaveAttribute("aria-pressed", "false");
    registry.context.update({ on: true });
    await expect.element(button("Blame")).toHaveAttribute("aria-pressed", "true");
  });

  it("is a link that says that it leads away, and tells the other side nothing", async () => {
    renderActions(<ActionItem action="first" />, {
      actions: [
        {
          id: "first",
          title: "Codecov",
          command: "open",
          commandArguments: ["https://codecov.io/"],
        },
      ],
    });
    const link = page.getByRole("link", { name: "Codecov (opens in a new tab)" });
    await expect.element(link).toHaveAttribute("target", "_blank");
    await expect.element(link).toHaveAttribute("rel", "noopener noreferrer");
    await expect.element(link).toHaveAttribute("referrerpolicy", "no-referrer");
  });

  it("has a name when only its icon is shown", async () => {
    renderActions(<ActionItem action="first" variant="icon" />, { actions: [command()] });
    await expect.element(button()).toHaveAccessibleName("Save file");
  });

  it("is nothing when nobody contributed its ID, and appears when somebody does", async () => {
    const { registry } = renderActions(<ActionItem action="first" />);
    expect(button().query()).toBe(null);
    registry.registerContributions({ actions: [command()] });
    await expect.element(button()).toBeInTheDocument();
  });
});

describe("While an action runs", () => {
  it("is busy, keeps the focus and its size, and is quick again afterwards", async () => {
    let finish: () => void = () => undefined;
    const run = () => new Promise<void>((resolve) => (finish = resolve));
    renderActions(<ActionItem action="first" />, { actions: [command({ run })] });
    const before = button().element().getBoundingClientRect();
    await userEvent.tab();
    await userEvent.keyboard("{Enter}");
    await expect.element(button()).toHaveAttribute("aria-busy", "true");
    await expect.element(button()).toHaveAttribute("aria-disabled", "true");
    await expect.element(button()).toHaveFocus();
    await expect.element(button()).toHaveAccessibleName("Save file");
    expect(button().element().getBoundingClientRect()).toEqual(before);
    finish();
    await expect.element(button()).not.toHaveAttribute("aria-busy");
    await expect.element(button()).not.toHaveAttribute("aria-disabled");
    await expect.element(button()).toHaveFocus();
  });

  it("says what went wrong until the next run, without another name or size", async () => {
    const run = vi.fn(() => {
      throw new Error("The disk is full.");
    });
    renderActions(<ActionItem action="first" />, { actions: [command({ run })] });
    const before = button().element().getBoundingClientRect();
    await userEvent.click(button());
    await expect.element(page.getByText("Save file failed", { exact: true })).toBeInTheDocument();
    await expect
      .element(button())
      .toHaveAccessibleDescription("Save file failed: The disk is full.");
    await expect.element(tooltip()).toHaveTextContent("Save file failed: The disk is full.");
    await expect.element(button()).toHaveAccessibleName("Save file");
    expect(button().element().getBoundingClientRect()).toEqual(before);
    run.mockImplementation(() => undefined as never);
    await userEvent.click(button());
    await expect.element(button()).not.toHaveAttribute("data-failed");
  });

  it("tells the outcome after it has gone, with the ID that ran", async () => {
    let finish: () => void = () => undefined;
    const run = () => new Promise<void>((resolve) => (finish = resolve));
    const onExecute = vi.fn();
    const onExecuted = vi.fn();
    const handlers = { onExecute, onExecuted };
    const { render } = renderActions(<ActionItem action="first" alt="second" {...handlers} />, {
      actions: [command(), command({ id: "second", run })],
    });
    await userEvent.click(button(), { modifiers: ["Control"] });
    render(null);
    finish();
    await expect.poll(() => onExecuted.mock.calls.length).toBe(1);
    expect(onExecute.mock.calls).toMatchObject([[{ action: { id: "second" }, alt: true }]]);
    expect(onExecuted.mock.calls[0]).toMatchObject([
      { action: { id: "second" }, alt: true, surface: "page", trigger: "pointer" },
      { status: "succeeded", actionId: "second" },
    ]);
  });
});

describe("What an application has a say in", () => {
  it("cancels: nothing runs, nothing is logged, and a link is not followed", async () => {
    const run = vi.fn();
    const { recorded } = renderActions(
      <>
        <ActionItem action="first" onExecute={(details) => details.cancel()} />
        <ActionItem action="link" onExecute={(details) => details.cancel()} />
      </>,
      {
        actions: [
          command({ run }),
          { id: "link", title: "Manual", command: "open", commandArguments: ["#canceled"] },
        ],
      },
    );
    await userEvent.click(button());
    await userEvent.click(page.getByRole("link", { name: "Manual" }));
    expect(location.hash).not.toBe("#canceled");
    expect(run).not.toHaveBeenCalled();
    expect(recorded.events).toEqual([]);
  });

  it("comes first with its own handler, which may prevent the action", async () => {
    const order: string[] = [];
    function Guarded() {
      const [locked, setLocked] = useState(true);
      return (
        <ActionItem
          action="first"
          onClick={(event) => {
            order.push("own");
            if (locked) event.preventDefault();
            setLocked(false);
          }}
        />
      );
    }
    const { recorded } = renderActions(<Guarded />, {
      actions: [command({ run: () => void order.push("run") })],
    });
    await userEvent.click(button());
    expect(recorded.events).toEqual([]);
    await userEvent.click(button());
    await expect.poll(() => order).toEqual(["own", "own", "run"]);
    await expect.poll(() => recorded.events).toHaveLength(1);
  });

  it("logs arguments only where logArguments says so, and only what it returns", async () => {
    const opens = (id: string): ApplicationAction => ({
      id,
      title: id,
      command: "count",
      commandArguments: ["secret-canary", 3],
    });
    const { recorded, registry } = renderActions(
      <>
        <ActionItem action="plain" />
        <ActionItem
          action="counted"
          logArguments={(_secret, count) => ({ count: Number(count) })}
        />
      </>,
      { actions: [opens("plain"), opens("counted")] },
    );
    registry.registerCommand("count", () => undefined);
    await userEvent.click(button("plain"));
    await userEvent.click(button("counted"));
    await expect
      .poll(() => recorded.events.map((event) => event.arguments))
      .toEqual([undefined, { count: 3 }]);
    expect(JSON.stringify(recorded.events)).not.toContain("canary");
  });

  it("follows links within its origin itself when it opens URLs", async () => {
    const openURL = vi.fn();
    const { recorded } = renderActions(<ActionItem action="first" />, {
      actions: [{ id: "first", title: "Manual", command: "open", commandArguments: ["/manual"] }],
      openURL,
    });
    await userEvent.click(page.getByRole("link", { name: "Manual" }));
    expect(openURL).toHaveBeenCalledTimes(1);
    await expect.poll(() => recorded.events).toHaveLength(1);
  });
});

describe("A tooltip", () => {
  it("shows description, keys and the alternative, and can be pointed at", async () => {
    renderActions(<ActionItem action="first" alt="second" />, {
      actions: [
        command({ description: "Writes the file", keybindings: ["Mod+S"] }),
        command({ id: "second", title: "Save a copy" }),
      ],
      platform: "other",
    });
    await expect.element(button()).toHaveAttribute("aria-keyshortcuts", "Control+S");
    await expect
      .element(button())
      .toHaveAccessibleDescription("Writes the file. Ctrl-click: Save a copy.");
    await userEvent.hover(button());
    await expect
      .element(tooltip())
      .toHaveTextContent("Writes the fileCtrlSCtrl-click: Save a copy");
    await userEvent.hover(tooltip());
    await expect.element(tooltip()).toBeVisible();
    await userEvent.keyboard("{Escape}");
    await expect.element(tooltip()).not.toBeInTheDocument();
  });

  it("opens at once for the keyboard, says why an item is disabled, and leaves with the focus", async () => {
    renderActions(<ActionItem action="first" disabled="Open a file first" />, {
      actions: [command()],
    });
    await userEvent.tab();
    await expect.element(tooltip()).toHaveTextContent("Open a file first");
    await userEvent.tab();
    await expect.element(tooltip()).not.toBeInTheDocument();
  });

  it("is not there for an item that says everything itself", async () => {
    renderActions(<ActionItem action="first" />, { actions: [command()] });
    await userEvent.keyboard("{Shift}");
    (button().element() as HTMLElement).focus();
    expect(button().element().matches(":focus-visible")).toBe(true);
    expect(tooltip().query()).toBe(null);
  });
});
