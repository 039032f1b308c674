import type { ApplicationAction } from "@action-telemetry/actions";
import { StrictMode } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { findViolations } from "../testing/findViolations.ts";
import { renderActions } from "../testing/renderActions.tsx";
import { HoverOverlay, type HoverOverlayProps } from "./HoverOverlay.tsx";
import type { HoverState } from "./HoverState.ts";

const run = vi.fn();
const actions: readonly ApplicationAction[] = [
  { id: "goToDefinition", title: "Define", run },
  { id: "findReferences", title: "Find references", run },
];
const menus = { hover: [{ action: "findReferences" }, { action: "goToDefinition" }] };
const loading: HoverState = { kind: "loading" };
const failed: HoverState = { kind: "failed", message: "The server is gone." };
const empty: HoverState = { kind: "ready" };
const ready: HoverState = { kind: "ready", content: <p>Adds two numbers.</p> };
const anchor = { getBoundingClientRect: () => new DOMRect(200, 200, 40, 18) };
const overlay = () => page.getByRole("dialog", { name: "About sum" });

const hover = (props: Partial<HoverOverlayProps> = {}) => (
  <HoverOverlay token={1} label="sum" anchor={anchor} state={ready} loadingDelay={0} {...props} />
);
const withActions = { actions, menus };
const hovers = (events: readonly { readonly name: string }[]) =>
  events.filter(({ name }) => name === "hover").length;

afterEach(() => vi.useRealTimers());

describe("What a hover shows", () => {
  it.each([
    ["content with actions", ready, withActions, true, 1],
    ["content without actions", ready, {}, true, 1],
    ["an error with actions", failed, withActions, true, 0],
    ["an error without actions", failed, {}, true, 0],
    ["actions without content", empty, withActions, true, 0],
    ["neither", empty, {}, false, 0],
    ["that it loads", loading, withActions, true, 0],
    ["an empty text", { kind: "ready", content: "" } as HoverState, {}, false, 0],
  ])("%s is shown and counted as it should", async (_what, state, options, isShown, count) => {
    const { recorded } = renderActions(hover({ state }), options);
    await expect.poll(() => overlay().query()?.checkVisibility() ?? false).toBe(isShown);
    expect(hovers(recorded.events)).toBe(count);
  });

  it("is nothing while it loads briefly", () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const { render } = renderActions(hover({ state: loading, loadingDelay: 150 }), withActions);
    vi.advanceTimersByTime(149);
    expect(overlay().query()).toBe(null);
    render(hover({ state: ready }));
    expect(overlay().query()).not.toBe(null);
  });

  it("says that it loads, what went wrong with a way to try again, and that it is there", async () => {
    const onRetry = vi.fn();
    const { render } = renderActions(hover({ state: loading }), withActions);
    await expect.element(overlay().getByRole("status")).toHaveTextContent("Loading…");
    render(hover({ state: failed, onRetry }));
    await expect.element(overlay().getByRole("alert")).toHaveTextContent("The server is gone.");
    await userEvent.click(page.getByRole("button", { name: "Try again" }));
    expect(onRetry).toHaveBeenCalledTimes(1);
  });
});

describe("The event of a hover", () => {
  it("is recorded once for a token, however often it renders, also in StrictMode", async () => {
    const { recorded, render } = renderActions(
      <StrictMode>{hover({ state: loading })}</StrictMode>,
    );
    render(<StrictMode>{hover()}</StrictMode>);
    render(<StrictMode>{hover({ state: { ...ready } })}</StrictMode>);
    render(<StrictMode>{hover({ state: loading })}</StrictMode>);
    render(<StrictMode>{hover()}</StrictMode>);
    await expect.element(overlay()).toBeVisible();
    expect(recorded.events).toEqual([{ name: "hover", surface: "hover" }]);
    render(<StrictMode>{hover({ token: 2 })}</StrictMode>);
    expect(hovers(recorded.events)).toBe(2);
  });

  it("is not recorded for what is not to be seen", () => {
    const { recorded } = renderActions(<div style={{ display: "none" }}>{hover()}</div>);
    expect(recorded.events).toEqual([]);
  });

  it("carries nothing of what was read", () => {
    const { recorded } = renderActions(hover({ state: { kind: "ready", content: "canary" } }));
    expect(JSON.stringify(recorded.events)).not.toMatch(/canary|sum/);
    expect(hovers(recorded.events)).toBe(1);
  });
});

describe("The actions of a hover", () => {
  it("run once, are logged with its surface, and close it", async () => {
    const onClose = vi.fn();
    const { recorded } = renderActions(hover({ onClose }), withActions);
    await userEvent.click(page.getByRole("button", { name: "Find references" }));
    await expect
      .poll(() => recorded.events.at(-1))
      .toEqual({
        name: "findReferences",
        surface: "hover",
        trigger: "pointer",
      });
    await expect.poll(() => onClose.mock.calls).toEqual([["executed"]]);
  });

  it("do not close it while it is pinned", async () => {
    const onClose = vi.fn();
    renderActions(hover({ onClose, isPinned: true, onPinnedChange: vi.fn() }), withActions);
    await userEvent.click(page.getByRole("button", { name: "Find references" }));
    await userEvent.click(page.getByRole("button", { name: "Close" }));
    await expect.poll(() => onClose.mock.calls).toEqual([["button"]]);
  });
});

describe("With the keyboard a hover", () => {
  it("takes the focus when a key asked for it, and gives it back", async () => {
    const onClose = vi.fn();
    const code = (
      <button key="code" type="button">
        Code
      </button>
    );
    const { render } = renderActions(<>{code}</>, withActions);
    await userEvent.tab();
    render(
      <>
        {code}
        {hover({ hasFocus: true, onClose })}
      </>,
    );
    await expect.element(overlay()).toHaveFocus();
    await userEvent.tab();
    await expect.element(page.getByRole("button", { name: "Find references" })).toHaveFocus();
    await userEvent.keyboard("{Escape}");
    await expect.poll(() => onClose.mock.calls).toEqual([["escape"]]);
    await expect.element(page.getByRole("button", { name: "Code" })).toHaveFocus();
  });

  it("is dismissed without moving the focus, and can be pinned", async () => {
    const [onClose, onPinnedChange] = [vi.fn(), vi.fn()];
    renderActions(hover({ onClose, onPinnedChange }), withActions);
    await userEvent.keyboard("{Escape}");
    expect(onClose).toHaveBeenCalledTimes(1);
    const pin = page.getByRole("button", { name: "Keep open" });
    await expect.element(pin).toHaveAttribute("aria-pressed", "false");
    await userEvent.click(pin);
    await expect.poll(() => onPinnedChange.mock.calls).toEqual([[true]]);
  });

  it.each([
    ["ignore", []],
    ["run", [["escape"]]],
  ] as const)(
    "is dismissed by a script where synthetic events are to %s: %j, and always by a person",
    async (syntheticEvents, calls) => {
      const onClose = vi.fn();
      renderActions(hover({ onClose }), { ...withActions, syntheticEvents });
      await expect.element(overlay()).toBeVisible();
      const press = { key: "Escape", bubbles: true, cancelable: true };
      document.body.dispatchEvent(new KeyboardEvent("keydown", press));
      await expect.poll(() => onClose.mock.calls).toEqual(calls);
      await userEvent.keyboard("{Escape}");
      await expect.poll(() => onClose.mock.calls).toEqual([...calls, ["escape"]]);
    },
  );

  it("is scrolled where its text is long, and axe finds nothing wrong", async () => {
    const long = { kind: "ready", content: <p>{"word ".repeat(2000)}</p> } as const;
    renderActions(
      hover({ state: long, isPinned: true, onPinnedChange: vi.fn(), onClose: vi.fn() }),
      withActions,
    );
    const region = page.getByRole("region", { name: "Documentation" });
    await expect.element(region).toHaveAttribute("tabindex", "0");
    expect(await findViolations()).toEqual([]);
    const { top, left, right } = overlay().element().getBoundingClientRect();
    expect(Math.min(top, left, innerWidth - right)).toBeGreaterThanOrEqual(8);
  });
});
