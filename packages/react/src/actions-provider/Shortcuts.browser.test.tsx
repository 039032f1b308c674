import { describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { renderActions } from "../testing/renderActions.tsx";

const run = vi.fn();
const actions = [
  { id: "permalink", title: "Permalink", keybindings: ["y"], run },
  { id: "definition", title: "Definition", keybindings: ["g d"], run },
  { id: "wrap", title: "Wrap", keybindings: ["Alt+Z"], run },
];

function pressByScript(key: string, facts: KeyboardEventInit): void {
  const init = { key, bubbles: true, cancelable: true, ...facts };
  document.body.dispatchEvent(new KeyboardEvent("keydown", init));
}

describe("A keyboard shortcut", () => {
  it("runs its action and logs it once, also a chord and a held key", async () => {
    const { recorded } = renderActions(null, { actions });
    await userEvent.keyboard("y");
    await userEvent.keyboard("gd");
    await userEvent.keyboard("{Alt>}{z>4/}{/Alt}");
    await expect
      .poll(() => recorded.events)
      .toEqual(
        ["permalink", "definition", "wrap"].map((name) => ({
          name,
          surface: "shortcut",
          trigger: "keyboard",
        })),
      );
  });

  it("leaves single keys to text fields, but not those with a modifier", async () => {
    const { recorded } = renderActions(<input aria-label="Name" />, { actions });
    await userEvent.click(page.getByRole("textbox"));
    await userEvent.keyboard("ygd{Alt>}z{/Alt}");
    await expect.element(page.getByRole("textbox")).toHaveValue("ygd");
    await expect.poll(() => recorded.events.map(({ name }) => name)).toEqual(["wrap"]);
  });

  it("can be limited to those with a modifier, or switched off", async () => {
    const limited = renderActions(null, { actions, shortcuts: "with-modifier" });
    await userEvent.keyboard("ygd{Alt>}z{/Alt}");
    await expect.poll(() => limited.recorded.events.map(({ name }) => name)).toEqual(["wrap"]);
    limited.unmount();
    const off = renderActions(null, { actions, shortcuts: "off" });
    await userEvent.keyboard("ygd{Alt>}z{/Alt}");
    expect(off.recorded.events).toEqual([]);
  });

  it("leaves a key alone that the application has used", async () => {
    const { recorded } = renderActions(
      <div role="presentation" onKeyDown={(event) => event.preventDefault()}>
        <button type="button">Used</button>
      </div>,
      { actions },
    );
    await userEvent.click(page.getByRole("button"));
    await userEvent.keyboard("y");
    expect(recorded.events).toEqual([]);
  });

  it("of a script runs and says so, also one that waits for a longer one", async () => {
    const longer = { id: "history", title: "History", keybindings: ["y h"], run };
    const { recorded } = renderActions(null, { actions: [...actions, longer] });
    pressByScript("z", { code: "KeyZ", altKey: true });
    pressByScript("y", { code: "KeyY" });
    const facts = { surface: "shortcut", trigger: "keyboard", trusted: false };
    await expect
      .poll(() => recorded.events)
      .toEqual([
        { name: "wrap", ...facts },
        { name: "permalink", ...facts },
      ]);
  });

  it("of a script runs nothing on a page of others", async () => {
    const { recorded } = renderActions(null, { actions, syntheticEvents: "ignore" });
    pressByScript("y", { code: "KeyY" });
    expect(recorded.events).toEqual([]);
    await userEvent.keyboard("y");
    await expect.poll(() => recorded.events).toHaveLength(1);
  });

  it("says which one failed", async () => {
    const fails = () => Promise.reject(new Error("There is no commit."));
    renderActions(null, { actions: [{ ...actions[0]!, run: fails }] });
    await userEvent.keyboard("y");
    await expect
      .element(page.getByRole("alert"))
      .toHaveTextContent("Permalink failed: There is no commit.");
  });
});
