import type { ApplicationAction } from "@action-telemetry/actions";
import { afterEach, describe, expect, it, vi } from "vitest";
import { commands, page, userEvent } from "vitest/browser";
import { renderActions } from "../testing/renderActions.tsx";
import { ActionItem } from "./ActionItem.tsx";

declare module "vitest/browser" {
  interface BrowserCommands {
    otherPages(): Promise<readonly string[]>;
    closeOtherPages(): Promise<void>;
  }
}

/** An address that the test's own server answers: a tab shows no other. */
const openedURL = (name: string) => `${location.origin}/package.json?opened=${name}`;

function command(id: string, run: () => unknown = () => undefined): ApplicationAction {
  return { id, title: `Run ${id}`, run };
}

function link(id: string, url: string): ApplicationAction {
  return { id, title: `Open ${id}`, command: "open", commandArguments: [url] };
}

const button = (name = "Run first") => page.getByRole("button", { name });
const anchor = (name = "Open first") => page.getByRole("link", { name });

afterEach(async () => {
  await commands.closeOtherPages();
  history.replaceState(null, "", "#");
});

describe("A button", () => {
  it("runs and logs once for a click", async () => {
    const run = vi.fn();
    const { recorded } = renderActions(<ActionItem action="first" />, {
      actions: [command("first", run)],
    });
    await userEvent.click(button());
    expect(run).toHaveBeenCalledTimes(1);
    expect(recorded.events).toEqual([{ name: "first", surface: "page", trigger: "pointer" }]);
  });

  it.each([
    ["Enter", "{Enter}"],
    ["Space", " "],
  ])("runs and logs once for %s", async (_key, keys) => {
    const run = vi.fn();
    const { recorded } = renderActions(<ActionItem action="first" surface="hover" />, {
      actions: [command("first", run)],
    });
    await userEvent.tab();
    await userEvent.keyboard(keys);
    expect(run).toHaveBeenCalledTimes(1);
    expect(recorded.events).toEqual([{ name: "first", surface: "hover", trigger: "keyboard" }]);
  });

  it("runs once while Enter is held", async () => {
    const run = vi.fn();
    const { recorded } = renderActions(<ActionItem action="first" />, {
      actions: [command("first", run)],
    });
    await userEvent.tab();
    await userEvent.keyboard("{Enter>6/}");
    expect(run).toHaveBeenCalledTimes(1);
    expect(recorded.events).toHaveLength(1);
    await userEvent.keyboard("{Enter}");
    expect(recorded.events).toHaveLength(2);
  });

  it("runs and logs the first click of a double click while the action still runs", async () => {
    const run = vi.fn(() => new Promise(() => undefined));
    const { recorded } = renderActions(<ActionItem action="first" />, {
      actions: [command("first", run)],
    });
    await userEvent.dblClick(button());
    expect(run).toHaveBeenCalledTimes(1);
    expect(recorded.events).toEqual([{ name: "first", surface: "page", trigger: "pointer" }]);
  });

  it("runs every click of an action that allows overlap", async () => {
    const run = vi.fn(() => new Promise(() => undefined));
    const { recorded } = renderActions(<ActionItem action="first" />, {
      actions: [{ ...command("first", run), allowOverlap: true }],
    });
    await userEvent.dblClick(button());
    expect(run).toHaveBeenCalledTimes(2);
    expect(recorded.events).toHaveLength(2);
  });

  it("runs and logs once more for a second click after the first run ended", async () => {
    const runs: (() => void)[] = [];
    const { recorded } = renderActions(<ActionItem action="first" />, {
      actions: [command("first", () => new Promise<void>((resolve) => runs.push(resolve)))],
    });
    await userEvent.click(button());
    await expect.element(button()).toHaveAttribute("aria-busy", "true");
    runs[0]?.();
    await expect.element(button()).not.toHaveAttribute("aria-busy");
    await userEvent.click(button());
    expect(recorded.events).toHaveLength(2);
    runs[1]?.();
  });

  it.each(["Control", "Meta", "Alt"] as const)(
    "runs the alternative for a click with %s, and logs its ID",
    async (modifier) => {
      const [run, runAlt] = [vi.fn(), vi.fn()];
      const { recorded } = renderActions(<ActionItem action="first" alt="second" />, {
        actions: [command("first", run), command("second", runAlt)],
      });
      await userEvent.click(button(), { modifiers: [modifier] });
      expect([run.mock.calls.length, runAlt.mock.calls.length]).toEqual([0, 1]);
      expect(recorded.events).toEqual([
        { name: "second", surface: "page", trigger: "pointer", alt: true },
      ]);
    },
  );

  it("opens the URL of an alternative that is a link, in a tab", async () => {
    const run = vi.fn();
    const { recorded } = renderActions(<ActionItem action="first" alt="second" />, {
      actions: [command("first", run), link("second", openedURL("alt"))],
    });
    await userEvent.click(button(), { modifiers: ["Control"] });
    await expect.poll(() => commands.otherPages()).toEqual([openedURL("alt")]);
    expect(run).not.toHaveBeenCalled();
    expect(recorded.events).toEqual([
      { name: "second", surface: "page", trigger: "pointer", alt: true },
    ]);
  });

  it("runs for a modifier click when there is no alternative", async () => {
    const { recorded } = renderActions(<ActionItem action="first" />, {
      actions: [command("first")],
    });
    await userEvent.click(button(), { modifiers: ["Control"] });
    expect(recorded.events).toEqual([{ name: "first", surface: "page", trigger: "pointer" }]);
  });

  it("runs nothing for right click, middle click, drag, hover and focus", async () => {
    const run = vi.fn();
    const { recorded } = renderActions(
      <>
        <ActionItem action="first" />
        <p style={{ marginTop: 200 }}>Elsewhere</p>
      </>,
      { actions: [command("first", run)] },
    );
    await userEvent.click(button(), { button: "right" });
    await userEvent.click(button(), { button: "middle" });
    await userEvent.hover(button());
    await userEvent.tab();
    await userEvent.dragAndDrop(button(), page.getByText("Elsewhere"));
    expect(run).not.toHaveBeenCalled();
    expect(recorded.events).toEqual([]);
    await userEvent.click(button());
    expect(recorded.events).toHaveLength(1);
  });

  it("runs nothing while it is disabled, and keeps its place in the tab order", async () => {
    const run = vi.fn();
    const { recorded } = renderActions(<ActionItem action="first" disabled="Open a file first" />, {
      actions: [command("first", run)],
    });
    await userEvent.tab();
    await expect.element(button()).toHaveFocus();
    await userEvent.click(button(), { force: true });
    await userEvent.keyboard("{Enter} ");
    expect(run).not.toHaveBeenCalled();
    expect(recorded.events).toEqual([]);
  });

  it("runs for a synthetic click, and says that no person made it", () => {
    const run = vi.fn();
    const { recorded } = renderActions(<ActionItem action="first" />, {
      actions: [command("first", run)],
    });
    button()
      .element()
      .dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    expect(run).toHaveBeenCalledTimes(1);
    expect(recorded.events).toEqual([
      { name: "first", surface: "page", trigger: "api", trusted: false },
    ]);
  });

  it("runs nothing for a synthetic click on a page of others", async () => {
    const { recorded } = renderActions(<ActionItem action="first" />, {
      actions: [command("first")],
      syntheticEvents: "ignore",
    });
    button()
      .element()
      .dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    expect(recorded.events).toEqual([]);
    await userEvent.click(button());
    expect(recorded.events).toHaveLength(1);
  });
});

describe("A link", () => {
  it("is followed by the browser for a click, and logged once", async () => {
    const { recorded } = renderActions(<ActionItem action="first" />, {
      actions: [link("first", "#followed")],
    });
    await userEvent.click(anchor());
    await expect.poll(() => location.hash).toBe("#followed");
    expect(recorded.events).toEqual([{ name: "first", surface: "page", trigger: "pointer" }]);
  });

  it("is followed by the browser for Enter, and logged once", async () => {
    const { recorded } = renderActions(<ActionItem action="first" />, {
      actions: [link("first", "#followed")],
    });
    await userEvent.tab();
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => location.hash).toBe("#followed");
    expect(recorded.events).toEqual([{ name: "first", surface: "page", trigger: "keyboard" }]);
  });

  it.each([
    ["a click with Control", { modifiers: ["Control" as const] }],
    ["a middle click", { button: "middle" as const }],
  ])("opens its own tab for %s without an alternative", async (_gesture, options) => {
    const { recorded } = renderActions(<ActionItem action="first" />, {
      actions: [link("first", openedURL("own"))],
    });
    await userEvent.click(anchor(), options);
    await expect.poll(() => commands.otherPages()).toEqual([openedURL("own")]);
    expect(recorded.events).toEqual([{ name: "first", surface: "page", trigger: "pointer" }]);
  });

  it.each([
    ["a click with Control", { modifiers: ["Control" as const] }],
    ["a middle click", { button: "middle" as const }],
  ])("opens the alternative's URL for %s, and logs its ID", async (_gesture, options) => {
    const { recorded } = renderActions(<ActionItem action="first" alt="second" />, {
      actions: [link("first", openedURL("own")), link("second", openedURL("alt"))],
    });
    await userEvent.click(anchor(), options);
    await expect.poll(() => commands.otherPages()).toEqual([openedURL("alt")]);
    expect(recorded.events).toEqual([
      { name: "second", surface: "page", trigger: "pointer", alt: true },
    ]);
    await expect.element(anchor()).toHaveAttribute("href", openedURL("own"));
  });

  it("runs nothing for right click, drag, hover and focus", async () => {
    const { recorded } = renderActions(
      <>
        <ActionItem action="first" />
        <p style={{ marginTop: 200 }}>Elsewhere</p>
      </>,
      { actions: [link("first", "#followed")] },
    );
    await userEvent.click(anchor(), { button: "right" });
    await userEvent.hover(anchor());
    await userEvent.tab();
    await userEvent.dragAndDrop(anchor(), page.getByText("Elsewhere"));
    expect(location.hash).toBe("");
    expect(recorded.events).toEqual([]);
  });

  it("is not followed while it is disabled", async () => {
    const { recorded } = renderActions(<ActionItem action="first" disabled="Sign in first" />, {
      actions: [link("first", "#followed")],
    });
    await userEvent.tab();
    await expect.element(anchor()).toHaveFocus();
    await userEvent.click(anchor(), { force: true });
    await userEvent.click(anchor(), { force: true, modifiers: ["Control"] });
    await userEvent.keyboard("{Enter}");
    expect(location.hash).toBe("");
    expect(await commands.otherPages()).toEqual([]);
    expect(recorded.events).toEqual([]);
  });
});

describe("A no-op", () => {
  it("is text that runs and logs nothing", async () => {
    const { recorded } = renderActions(<ActionItem action="first" />, {
      actions: [{ id: "first", title: "1,204 lines" }],
    });
    const text = page.getByText("1,204 lines");
    await userEvent.click(text);
    await userEvent.click(text, { button: "middle" });
    expect(recorded.events).toEqual([]);
    expect(document.querySelector("button, a")).toBe(null);
  });
});
