import { act, fireEvent } from "@testing-library/react";
import { idOf } from "./createSecretRegistry.ts";
import type { Step } from "./twoRunsScenario.ts";

/**
 * Does one thing that a person does.
 *
 * @param index - The place of the action among those that there are.
 * @param typed - What the person types where they are asked for something.
 */
export async function performStep(
  container: HTMLElement,
  { kind, from, gesture }: Step,
  index: number,
  typed: string,
): Promise<void> {
  if (from === "shortcut") {
    fireEvent.keyDown(document.body, { key: String.fromCodePoint(97 + index) });
    return;
  }
  const element = await reach[from](container, idOf(kind), index);
  gestures[gesture](element);
  await settle();
  if (from === "palette" && gesture === "right-click") {
    // The options of the row: the second gives it a name.
    const [, alias] = container.querySelectorAll("dialog [role=option]");
    if (alias === undefined) throw new Error("A row of the palette has no options.");
    fireEvent.click(alias);
    await settle();
  }
  // Where the palette asks for something, the way back is shown; elsewhere a text would search.
  if (container.querySelector("dialog .at-palette-crumb") === null) return;
  fireEvent.change(find(container, "dialog input"), { target: { value: `T${typed}` } });
  await settle();
  fireEvent.click(find(container, "dialog [role=option]"));
}

type Reach = (container: HTMLElement, id: string, index: number) => Promise<Element>;

/** Opens what has to be open, and answers the element of the action there. */
const reach: Readonly<Record<Exclude<Step["from"], "shortcut">, Reach>> = {
  item: async (container, id) => find(container, `[data-from=item][data-action="${id}"]`),
  toolbar: async (container, id) => find(container, `.at-toolbar [data-action="${id}"]`),
  hover: async (container, id) => find(container, `[data-from=hover] [data-action="${id}"]`),
  menu: async (container, id) => {
    fireEvent.click(find(container, "[data-from=menu]"));
    return find(container, `[role=menu] [data-action="${id}"]`);
  },
  "context menu": async (container, id) => {
    fireEvent.contextMenu(find(container, "[data-from='context menu']"));
    return find(container, `[role=menu] [data-action="${id}"]`);
  },
  palette: async (container, id) => {
    await typeIntoPalette(container, "");
    return find(container, `dialog [data-action="${id}"]`);
  },
  "palette page": async (container, _id, index) => {
    await typeIntoPalette(container, "#");
    return find(container, `dialog [aria-posinset="${index + 1}"]`);
  },
};

async function typeIntoPalette(container: HTMLElement, value: string): Promise<void> {
  // Anew, whatever was on it before.
  for (let dialog = findDialog(container); dialog !== null; dialog = findDialog(container)) {
    fireEvent(dialog, new Event("cancel", { cancelable: true }));
    await settle();
  }
  fireEvent.click(find(container, "button"));
  fireEvent.change(find(container, "dialog input"), { target: { value } });
  await settle();
}

function findDialog(container: HTMLElement): Element | null {
  return container.querySelector("dialog");
}

function find(container: HTMLElement, selector: string): Element {
  const element = container.querySelector(selector);
  if (element === null) throw new Error(`There is no ${selector} in ${container.innerHTML}`);
  return element;
}

function settle(): Promise<void> {
  return act(async () => Promise.resolve());
}

const gestures: Readonly<Record<Step["gesture"], (element: Element) => void>> = {
  click: (element) => void fireEvent.click(element),
  "alt-click": (element) => void fireEvent.click(element, { altKey: true }),
  "middle-click": (element) =>
    void fireEvent(element, new MouseEvent("auxclick", { button: 1, bubbles: true })),
  "right-click": (element) => void fireEvent.contextMenu(element),
  hover: (element) => void fireEvent.pointerOver(element),
};
