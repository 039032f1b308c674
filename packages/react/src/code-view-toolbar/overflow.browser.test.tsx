import type { ApplicationAction, Contributions } from "@action-telemetry/actions";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { findViolations } from "../testing/findViolations.ts";
import { renderActions } from "../testing/renderActions.tsx";
import { CodeViewToolbar, type CodeViewToolbarProps } from "./CodeViewToolbar.tsx";

const run = vi.fn();
const titles = ["Blame", "Compare", "History", "Permalink", "Wrap"];
const icons = ["blame", "branch", "history"];
const actions: readonly ApplicationAction[] = titles.map((title, index) => ({
  id: title.toLowerCase(),
  title,
  run,
  ...(icons[index] !== undefined && { iconURL: icons[index] }),
}));
const menus = {
  "editor/title": actions.map(({ id }, index) => ({ action: id, group: `${index}` })),
};
const ungrouped = { "editor/title": actions.map(({ id }) => ({ action: id })) };
const toolbar = () => page.getByRole("toolbar", { name: "Code actions" });
const more = () => page.getByRole("button", { name: "More actions" });
const names = () =>
  toolbar()
    .getByRole("button")
    .elements()
    .map((element) => element.textContent);

function show(
  width: number,
  props: CodeViewToolbarProps = {},
  items: Contributions["menus"] = ungrouped,
) {
  const frame = document.createElement("div");
  frame.style.inlineSize = `${width}px`;
  document.body.append(frame);
  onTestFinished(() => frame.remove());
  const rendered = renderActions(<CodeViewToolbar {...props} />, {
    actions,
    menus: items,
    parent: frame,
  });
  return { frame, ...rendered };
}

/** What of the toolbar sticks out of it now. */
function excess(element: Element): number {
  const { right } = element.getBoundingClientRect();
  const ends = [...element.children].map((child) => child.getBoundingClientRect().right);
  return Math.max(...ends) - right;
}

describe("A toolbar without room for all", () => {
  it("takes labels away first, says them in tooltips, and gives them back", async () => {
    const { frame } = show(600);
    const blame = page.getByRole("button", { name: "Blame" });
    const { width } = blame.element().getBoundingClientRect();
    frame.style.inlineSize = "330px";
    await expect.poll(() => blame.element().getBoundingClientRect().width).toBe(28);
    expect(more().query()).toBe(null);
    await expect.element(blame).toHaveAccessibleName("Blame");
    await userEvent.tab();
    await expect.element(page.getByRole("tooltip")).toHaveTextContent("Blame");
    frame.style.inlineSize = "600px";
    await expect.poll(() => blame.element().getBoundingClientRect().width).toBe(width);
  });

  it("moves the last items into a menu, where they are run and logged as in the toolbar", async () => {
    run.mockClear();
    const { frame, recorded } = show(210);
    await expect.element(more()).toBeVisible();
    await expect.poll(names).toEqual(["Blame", "Compare", "History", "Permalink", ""]);
    frame.style.inlineSize = "150px";
    await expect.poll(names).toEqual(["Blame", "Compare", "History", ""]);
    await userEvent.click(more());
    await userEvent.click(page.getByRole("menuitem", { name: "Wrap" }));
    expect(run).toHaveBeenCalledTimes(1);
    await expect
      .poll(() => recorded.events)
      .toEqual([{ name: "wrap", surface: "toolbar", trigger: "pointer" }]);
    await expect.element(more()).toHaveFocus();
  });

  it("keeps what the application says is more important", async () => {
    const signIn = { id: "signIn", title: "Sign in", run };
    show(240, { items: [{ action: signIn, priority: 1 }] });
    await expect.element(more()).toBeVisible();
    await expect.element(page.getByRole("button", { name: "Sign in" })).toBeVisible();
    await expect.element(page.getByRole("button", { name: "Wrap" })).not.toBeInTheDocument();
  });

  it("is one stop in the tab order with the menu's button in its arrows", async () => {
    show(210);
    await userEvent.tab();
    await userEvent.keyboard("{End}");
    await expect.element(more()).toHaveFocus();
    await userEvent.keyboard("{ArrowRight}");
    await expect.element(page.getByRole("button", { name: "Blame" })).toHaveFocus();
  });

  it("gives the focus of an item that moves into the menu to the menu's button", async () => {
    const { frame } = show(600);
    await userEvent.tab();
    await userEvent.keyboard("{End}");
    await expect.element(page.getByRole("button", { name: "Wrap" })).toHaveFocus();
    frame.style.inlineSize = "150px";
    await expect.element(more()).toHaveFocus();
  });

  it("has nothing that axe would mend, in either form", async () => {
    const { frame } = show(230, {}, menus);
    await expect.element(more()).toBeVisible();
    expect(await findViolations()).toEqual([]);
    frame.style.inlineSize = "330px";
    expect(await findViolations()).toEqual([]);
  });

  it("shows everything where nothing limits it, and as much again when there is room", async () => {
    const { frame } = show(0);
    frame.style.cssText = "display: flex; inline-size: 600px";
    (frame.firstElementChild as HTMLElement).style.minInlineSize = "0";
    await expect.poll(() => names().length).toBe(5);
    frame.style.inlineSize = "200px";
    await expect.element(more()).toBeVisible();
    frame.style.inlineSize = "600px";
    await expect.element(more()).not.toBeInTheDocument();
    await expect.poll(() => excess(toolbar().element())).toBeLessThanOrEqual(0);
  });
});

describe("A toolbar whose items change", () => {
  it("is never painted with something sticking out", async () => {
    const { frame, registry } = show(300);
    const seen: number[] = [];
    const element = toolbar().element();
    // A message that is sent before a frame is painted arrives after it.
    const { port1, port2 } = new MessageChannel();
    // One that comes so late that something has changed again tells nothing of what was painted.
    port1.addEventListener("message", ({ data }) => {
      if (data === frame.style.inlineSize) seen.push(excess(element));
    });
    port1.start();
    let request = 0;
    const watch = () => {
      port2.postMessage(frame.style.inlineSize);
      request = requestAnimationFrame(watch);
    };
    watch();
    const added = { id: "added", title: "Something long that was added", run };
    const remove = registry.registerContributions({
      actions: [added],
      menus: { "editor/title": [{ action: "added", group: "0" }] },
    });
    await expect.element(more()).toBeVisible();
    remove();
    await expect.element(more()).not.toBeInTheDocument();
    for (const width of [260, 200, 140, 500, 90, 320]) {
      frame.style.inlineSize = `${width}px`;
      const frames = seen.length;
      await expect.poll(() => seen.length).toBeGreaterThan(frames + 2);
    }
    cancelAnimationFrame(request);
    port1.close();
    expect(seen.filter((pixels) => pixels > 0.5)).toEqual([]);
  });

  it("is measured once for a list of items, and not again when its length changes", async () => {
    const { frame } = show(600);
    // An item on which the pointer happens to rest is measured for its tooltip.
    frame.style.pointerEvents = "none";
    const read = vi.spyOn(HTMLButtonElement.prototype, "getBoundingClientRect");
    frame.style.inlineSize = "200px";
    await expect.element(more()).toBeVisible();
    const own = read.mock.contexts.filter((element) =>
      (element as HTMLElement).matches("[data-key]:not([data-key=more])"),
    );
    read.mockRestore();
    expect(own).toEqual([]);
  });
});

it("A toolbar is measured again when fonts have been loaded, whose letters are broader", async () => {
  const { frame } = show(600);
  const blame = page.getByRole("button", { name: "Blame" });
  const width = () => blame.element().getBoundingClientRect().width;
  const font = document.createElement("style");
  font.textContent = ".at-item-label { letter-spacing: 12px; }";
  frame.append(font);
  expect(width()).toBeGreaterThan(28);
  document.fonts.dispatchEvent(new Event("loadingdone"));
  await expect.poll(width).toBe(28);
  await expect.poll(() => excess(toolbar().element())).toBeLessThan(1);
});

describe("The items of a toolbar", () => {
  it("have a line between groups, and none at its ends", async () => {
    const { frame } = show(700, {}, menus);
    const lines = toolbar().getByRole("separator");
    expect(lines.elements()).toHaveLength(4);
    frame.style.inlineSize = "120px";
    await expect.poll(() => lines.elements().length).toBeLessThan(4);
    const children = [...toolbar().element().children];
    expect(children[0]?.getAttribute("role")).toBe(null);
    expect(children.at(-1)?.getAttribute("role")).toBe(null);
  });

  it("say why they cannot be run, where inactive ones are shown", async () => {
    const { recorded } = renderActions(<CodeViewToolbar includeInactive />, {
      actions,
      menus: { "editor/title": [{ action: "blame", when: "resource" }] },
    });
    const blame = page.getByRole("button", { name: "Blame" });
    await expect.element(blame).toHaveAttribute("aria-disabled", "true");
    await expect.element(blame).toHaveAccessibleDescription(/needs “resource”/);
    await userEvent.click(blame, { force: true });
    expect(recorded.events).toEqual([]);
  });

  it("are a group with a stop each where there are fewer than three", async () => {
    renderActions(<CodeViewToolbar />, {
      actions,
      menus: { "editor/title": [{ action: "blame" }, { action: "compare" }] },
    });
    await expect.element(page.getByRole("group", { name: "Code actions" })).toBeVisible();
    await userEvent.tab();
    await userEvent.tab();
    await expect.element(page.getByRole("button", { name: "Compare" })).toHaveFocus();
  });
});

describe("A vertical toolbar", () => {
  it("is moved in by up and down, and overflows by its height", async () => {
    const { frame } = show(120, { orientation: "vertical" });
    await expect.element(toolbar()).toHaveAttribute("aria-orientation", "vertical");
    await userEvent.tab();
    await userEvent.keyboard("{ArrowDown}");
    await expect.element(page.getByRole("button", { name: "Compare" })).toHaveFocus();
    await userEvent.keyboard("{ArrowUp}{ArrowUp}");
    await expect.element(page.getByRole("button", { name: "Wrap" })).toHaveFocus();
    const container = frame.firstElementChild as HTMLElement;
    container.style.blockSize = "100px";
    await expect.element(more()).toBeVisible();
    await expect.poll(names).toHaveLength(3);
  });
});
