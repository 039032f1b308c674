import type { ApplicationAction } from "@action-telemetry/actions";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { page, userEvent } from "vitest/browser";
import { ActionItem } from "./action-item/ActionItem.tsx";
import { CodeViewToolbar } from "./code-view-toolbar/CodeViewToolbar.tsx";
import { ActionMenu } from "./menu/ActionMenu.tsx";
import { ActionSplitButton } from "./menu/ActionSplitButton.tsx";
import styles from "./styles.css?inline";
import { renderActions } from "./testing/renderActions.tsx";

const run = () => undefined;
const actions: readonly ApplicationAction[] = ["Blame", "Copy", "History", "Wrap"].map((title) => ({
  id: title.toLowerCase(),
  title,
  run,
}));
const menus = { "editor/title": actions.map(({ id }) => ({ action: id })) };
const views = Array.from({ length: 6 }, (_, index) => index);

/** A long page as code hosts have them: a header that sticks, one of the file below it, and a bar at the bottom. */
function makeStickyPage(): HTMLElement {
  const host = document.createElement("div");
  host.style.paddingBlockEnd = "60px";
  host.innerHTML = `
    <div style="position: sticky; top: 0; z-index: 10; block-size: 60px; background: #ddd">Host</div>
    <div style="position: sticky; top: 60px; z-index: 9; block-size: 44px; background: #eee">File</div>
    <main></main>
    <div style="position: fixed; inset: auto 0 0; z-index: 9; block-size: 50px; background: #eee">Bar</div>`;
  document.body.append(host);
  onTestFinished(() => host.remove());
  return host.querySelector("main") as HTMLElement;
}

const codeView = (index: number) => (
  <section key={index} aria-label={`View ${index}`} style={{ blockSize: 170 }}>
    <CodeViewToolbar aria-label={`Toolbar ${index}`} />
    <div style={{ display: "flex", gap: 8, marginBlockStart: 60 }}>
      <ActionItem action="copy" />
      <ActionSplitButton action="wrap" alt="copy" />
      <ActionMenu label="More" items={[{ action: "copy" }]} />
    </div>
  </section>
);

/** Which of the centre and the corners of an element something else lies over. */
function coveredPoints(element: Element): readonly string[] {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const points = {
    centre: [(left + right) / 2, (top + bottom) / 2],
    "top left": [left + 3, top + 3],
    "top right": [right - 3, top + 3],
    "bottom left": [left + 3, bottom - 3],
    "bottom right": [right - 3, bottom - 3],
  } as const;
  const root = element.getRootNode();
  const inPage = root instanceof ShadowRoot ? root.host : element;
  return Object.entries(points)
    .filter(([, [x, y]]) => {
      const hit = document.elementFromPoint(x, y);
      return hit === null || !(inPage.contains(hit) || hit.contains(inPage));
    })
    .map(([name]) => `${name} of ${element.textContent} at ${Math.round(top)}`);
}

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Tabs through everything and back again; what was covered on the way, when each step was painted. */
async function walk(root: Document | ShadowRoot, stops: number): Promise<readonly string[]> {
  const covered: string[] = [];
  for (let step = 1; step < 2 * stops; step += 1) {
    await userEvent.keyboard(step <= stops ? "{Tab}" : "{Shift>}{Tab}{/Shift}");
    await frame();
    await frame();
    covered.push(...coveredPoints(root.activeElement as Element));
  }
  return covered;
}

const codeViews = <>{views.map(codeView)}</>;
// The toolbar is one stop; the item, both halves of the split button and the menu are four.
const stops = views.length * 5;

describe("AX-14: on a page with headers that stick, and a bar at the bottom", () => {
  beforeEach(async () => {
    await page.viewport(414, 480);
    return () => page.viewport(414, 896);
  });

  it("nothing that is reached by keyboard is covered, forwards and backwards", async () => {
    renderActions(codeViews, { actions, menus, parent: makeStickyPage() });
    expect(await walk(document, stops)).toEqual([]);
  });

  it.each(["open", "closed"] as const)("nor in a shadow root that is %s", async (mode) => {
    const root = makeStickyPage().attachShadow({ mode });
    root.append(Object.assign(document.createElement("style"), { textContent: styles }));
    renderActions(codeViews, { actions, menus, parent: root });
    expect(await walk(root, stops)).toEqual([]);
  });

  it("what the browser itself scrolls to is covered, so that there is something to mend", async () => {
    const main = makeStickyPage();
    for (const index of views) {
      const button = document.createElement("button");
      button.style.cssText = "display: block; margin-block-end: 120px";
      button.textContent = `${index}`;
      main.append(button);
    }
    expect(await walk(document, views.length)).not.toEqual([]);
  });

  it("the page stands still where nothing is covered", async () => {
    renderActions(codeViews, { actions, menus, parent: makeStickyPage() });
    scrollTo(0, 40);
    (page.getByRole("button", { name: "Copy" }).nth(1).element() as HTMLElement).focus();
    await frame();
    await frame();
    expect(scrollY).toBe(40);
  });
});
