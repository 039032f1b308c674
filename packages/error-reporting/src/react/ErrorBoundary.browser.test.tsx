import { cleanup, render } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { createRootErrorHandlers } from "./createRootErrorHandlers.ts";
import { ErrorBoundary, type ErrorBoundaryProps } from "./ErrorBoundary.tsx";
import { ErrorMessage } from "./ErrorMessage.tsx";
import { germanTexts } from "./ErrorTexts.ts";

function setUp(error: unknown, props: Partial<ErrorBoundaryProps> = {}) {
  const reported: unknown[] = [];
  const reporting = { report: (thrown: unknown) => void reported.push(thrown) };
  const state = { fails: true };
  const Part = () => {
    if (state.fails) throw error;
    return <p>The part works.</p>;
  };
  const ui = (more: Partial<ErrorBoundaryProps> = {}) => (
    <>
      <p>The rest.</p>
      <ErrorBoundary reporting={reporting} {...props} {...more}>
        <Part />
      </ErrorBoundary>
    </>
  );
  const { onCaughtError } = createRootErrorHandlers(reporting);
  const rendered = render(ui(), { onCaughtError });
  return {
    reported,
    state,
    update: (more: Partial<ErrorBoundaryProps>) => rendered.rerender(ui(more)),
  };
}

const alert = () => page.getByRole("alert");

afterEach(cleanup);

describe("An error boundary", () => {
  it("keeps the rest of the page, says what the person can do, and reports the error", async () => {
    const error = new Error("secret");
    const { reported } = setUp(error);
    await expect.element(page.getByText("The rest.")).toBeVisible();
    await expect.element(alert().getByText(/Something went wrong here/u)).toBeVisible();
    await expect.element(alert().getByText(/secret/u)).not.toBeInTheDocument();
    expect(new Set(reported)).toEqual(new Set([error]));
  });

  it("renders again when the person tries again", async () => {
    const { state } = setUp(new Error("x"));
    await userEvent.click(page.getByRole("button", { name: "Try again" }));
    await expect.element(alert()).toBeVisible();
    state.fails = false;
    await userEvent.click(page.getByRole("button", { name: "Try again" }));
    await expect.element(alert()).not.toBeInTheDocument();
    await expect.element(page.getByText("The part works.")).toBeVisible();
  });

  it("renders again when what is shown has become another thing", async () => {
    const { state, update } = setUp(new Error("x"), { resetKey: "a.ts" });
    state.fails = false;
    update({ resetKey: "a.ts" });
    await expect.element(alert()).toBeVisible();
    update({ resetKey: "b.ts" });
    await expect.element(page.getByText("The part works.")).toBeVisible();
  });

  it("shows what was thrown on demand, and that it stays here", async () => {
    setUp(new TypeError("x is not a function"));
    await userEvent.click(page.getByText("Details"));
    await expect.element(alert().getByText(/TypeError: x is not a function/u)).toBeVisible();
    await expect.element(alert().getByText(/They are sent nowhere/u)).toBeVisible();
  });

  it("shows what somebody else makes of it", async () => {
    setUp("text", { fallback: ({ error }) => <p>It was {String(error)}.</p> });
    await expect.element(page.getByText("It was text.")).toBeVisible();
  });

  it("speaks German", async () => {
    setUp(new Error("x"), { texts: germanTexts });
    await expect.element(page.getByRole("button", { name: "Seite neu laden" })).toBeVisible();
  });
});

describe("A message of an error", () => {
  it("offers to reload the page where a part of it could not be loaded", async () => {
    const reload = vi.fn<() => void>();
    const error = new TypeError("Failed to fetch dynamically imported module: https://x/a.js");
    render(<ErrorMessage error={error} onReset={() => undefined} onReload={reload} />);
    await expect
      .element(alert().getByText(/A part of this page could not be loaded/u))
      .toBeVisible();
    await expect.element(page.getByRole("button", { name: "Try again" })).not.toBeInTheDocument();
    await userEvent.click(page.getByRole("button", { name: "Reload the page" }));
    expect(reload).toHaveBeenCalledOnce();
  });

  it("can be of anything", async () => {
    const hostile = new Error("x");
    Object.defineProperty(hostile, "stack", {
      get: () => {
        throw new Error("no");
      },
    });
    for (const error of [undefined, null, "text", 1n, Symbol("x"), {}, hostile]) {
      const { unmount } = render(<ErrorMessage error={error} />);
      await expect.element(alert()).toBeVisible();
      unmount();
    }
  });
});

describe("The handlers of a root", () => {
  it("report what a boundary caught, what none did, and the cause of what React mended", () => {
    const reported: unknown[] = [];
    const handlers = createRootErrorHandlers({ report: (thrown) => void reported.push(thrown) });
    const [caught, uncaught, cause] = [new Error("a"), new Error("b"), new Error("c")];
    const heard = vi.spyOn(globalThis, "reportError").mockReturnValue();
    handlers.onCaughtError(caught);
    handlers.onUncaughtError(uncaught);
    handlers.onRecoverableError(new Error("Hydration failed.", { cause }));
    handlers.onRecoverableError("text");
    expect(reported).toEqual([caught, uncaught, cause, "text"]);
    expect(heard.mock.calls).toEqual([[uncaught]]);
    heard.mockRestore();
  });
});
