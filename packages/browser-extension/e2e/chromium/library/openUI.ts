import type { Page } from "playwright";
import { expect, vi } from "vitest";

/** How long a test waits for what a person would wait for; far longer than it takes. */
const patience = { timeout: 60_000 } as const;

/** Something on a page that a person could name: by its role and what it is called. */
export interface Named {
  readonly role: string;
  readonly name: string;
  readonly backendNodeId: number;
}

/**
 * What a person sees and does on a page, also in shadow roots that are closed to scripts: by the
 * accessibility tree, with a real pointer.
 */
export interface UI {
  /** All that have a role, and a name that begins so. */
  readonly all: (role: string, name: string) => Promise<readonly Named[]>;
  /** Waits for one. */
  readonly one: (role: string, name: string) => Promise<Named>;
  /** Waits until there is none. */
  readonly none: (role: string, name: string) => Promise<void>;
  /** The middle of it, in the viewport. */
  readonly place: (
    role: string,
    name: string,
  ) => Promise<{ readonly x: number; readonly y: number }>;
  /** Moves the pointer there and clicks. */
  readonly click: (role: string, name: string) => Promise<void>;
  readonly href: (role: string, name: string) => Promise<string>;
  /** All text of the page that assistive technology reads, in order. */
  readonly text: () => Promise<string>;
}

/** Looks at a page. */
export async function openUI(page: Page): Promise<UI> {
  const session = await page.context().newCDPSession(page);
  await session.send("Accessibility.enable");
  await session.send("DOM.enable");

  const readTree = async () => {
    const { nodes } = await session.send("Accessibility.getFullAXTree");
    return nodes.flatMap(({ ignored, role, name, backendDOMNodeId }) =>
      ignored || backendDOMNodeId === undefined
        ? []
        : [
            {
              role: String(role?.value ?? ""),
              name: String(name?.value ?? ""),
              backendNodeId: backendDOMNodeId,
            },
          ],
    );
  };
  const all = async (role: string, name: string) =>
    (await readTree()).filter((node) => node.role === role && node.name.startsWith(name));
  const find = async (role: string, name: string): Promise<Named> => {
    const [found] = await all(role, name);
    if (found === undefined) throw new Error(`There is no ${role} "${name}".`);
    return found;
  };
  // What is found may be replaced before it is looked at: then it is looked for again.
  const one = (role: string, name: string) => vi.waitFor(() => find(role, name), patience);
  const place = (role: string, name: string) =>
    vi.waitFor(async () => {
      const { backendNodeId } = await find(role, name);
      await session.send("DOM.scrollIntoViewIfNeeded", { backendNodeId });
      const { model } = await session.send("DOM.getBoxModel", { backendNodeId });
      const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border;
      return { x: (left + right) / 2, y: (top + bottom) / 2 };
    }, patience);
  return {
    all,
    one,
    place,
    none: (role, name) => expect.poll(() => all(role, name), patience).toEqual([]),
    async click(role, name) {
      const { x, y } = await place(role, name);
      await page.mouse.move(x, y);
      await page.mouse.click(x, y);
    },
    href: (role, name) =>
      vi.waitFor(async () => {
        const { backendNodeId } = await find(role, name);
        const { object } = await session.send("DOM.resolveNode", { backendNodeId });
        const { result } = await session.send("Runtime.callFunctionOn", {
          objectId: object.objectId ?? "",
          functionDeclaration: "function () { return this.href; }",
        });
        return String(result.value);
      }, patience),
    text: async () => (await readTree()).map(({ name }) => name).join("\n"),
  };
}
