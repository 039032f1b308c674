import { createContextStore, type ApplicationAction } from "@action-telemetry/actions";
import { describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { renderActions } from "../testing/renderActions.tsx";
import { CodeViewToolbar } from "./CodeViewToolbar.tsx";

const run = vi.fn();
const actions: readonly ApplicationAction[] = [
  {
    id: "blame",
    title: "Blame",
    run,
    actionItem: { label: "Blame", pressed: "get(context, 'on')" },
  },
  { id: "wrap", title: "Wrap", run },
  { id: "lines", title: "1,204 lines" },
];
const menus = {
  "editor/title": [{ action: "blame", when: "resource" }, { action: "wrap" }, { action: "lines" }],
};
const signIn: ApplicationAction = {
  id: "signIn",
  title: "Sign in",
  command: "open",
  commandArguments: ["#sign-in"],
};

const toolbar = () => page.getByRole("toolbar", { name: "Code actions" });
const focusedText = () => document.activeElement?.textContent;

describe("A toolbar over a code view", () => {
  it("shows the items of its own scope, and runs them with it", async () => {
    run.mockClear();
    const context = createContextStore();
    const scope = context.createScope({ resource: true });
    const { recorded } = renderActions(<CodeViewToolbar scope={scope} />, { actions, menus });
    await userEvent.click(page.getByRole("button", { name: "Blame" }));
    await expect.poll(() => run.mock.calls[0]?.[0].context).toEqual({ resource: true });
    await expect
      .poll(() => recorded.events)
      .toEqual([{ name: "blame", surface: "toolbar", trigger: "pointer" }]);
    scope.update({ resource: null });
    await expect.element(page.getByRole("button", { name: "Blame" })).not.toBeInTheDocument();
  });

  it("runs the application's own items like all others", async () => {
    history.replaceState(null, "", "#");
    const items = [{ action: signIn }];
    const { recorded } = renderActions(<CodeViewToolbar items={items} />, { actions, menus });
    await userEvent.click(page.getByRole("link", { name: "Sign in" }));
    await expect.poll(() => location.hash).toBe("#sign-in");
    await expect
      .poll(() => recorded.events)
      .toEqual([{ name: "signIn", surface: "toolbar", trigger: "pointer" }]);
  });

  it.each([
    ["ltr", "{ArrowRight}", "{ArrowLeft}"],
    ["rtl", "{ArrowLeft}", "{ArrowRight}"],
  ] as const)("is one stop, and moves by arrows as they are seen (%s)", async (dir, on, back) => {
    renderActions(
      <>
        <CodeViewToolbar dir={dir} items={[{ action: signIn }]} />
        <button type="button">After</button>
      </>,
      { actions, menus: { "editor/title": [{ action: "blame" }, { action: "wrap" }] } },
    );
    await userEvent.tab();
    await expect.poll(focusedText).toBe("Blame");
    await userEvent.keyboard(on);
    await expect.poll(focusedText).toBe("Wrap");
    await userEvent.keyboard(`${on}${on}`);
    await expect.poll(focusedText).toBe("Blame");
    await userEvent.keyboard(back);
    await expect.poll(focusedText).toBe("Sign in");
    await userEvent.keyboard("{Home}");
    await expect.poll(focusedText).toBe("Blame");
    await userEvent.keyboard("{End}");
    await expect.poll(focusedText).toBe("Sign in");
    await userEvent.tab();
    await expect.poll(focusedText).toBe("After");
    await userEvent.tab({ shift: true });
    await expect.poll(focusedText).toBe("Sign in");
  });

  it("renders nothing without items", () => {
    renderActions(<CodeViewToolbar />);
    expect(toolbar().query()).toBe(null);
  });
});
