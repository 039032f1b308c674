import { parentOf } from "./readTheme.ts";

// Password managers were tricked with less than this: keepassxc settled on 0.7.
const faintest = 0.7;

/** A place in the viewport. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Whether a person who clicks an element can hardly see what they click: because it or something
 * around it is near transparent, or another element lies on it. Elements that let clicks through are
 * not found this way; `watchVisibility` finds them where the browser can.
 *
 * @param point where the click is; absent for clicks that a key made
 */
export function isCovered(element: Element, point?: Point): boolean {
  // What is inside the closed root is ours, and may fade in; the page reaches its host and beyond.
  if (opacityOf(hostOf(element) ?? element) < faintest) return true;
  if (point === undefined) return false;
  const top = topmost(element, point);
  return top !== null && !contains(element, top) && !contains(top, element);
}

function hostOf(element: Element): Element | undefined {
  return (element.getRootNode() as Partial<ShadowRoot>).host;
}

function opacityOf(element: Element): number {
  const window = element.ownerDocument.defaultView;
  let opacity = 1;
  for (let node: Element | null = element; node !== null && window; node = parentOf(node)) {
    const style = window.getComputedStyle(node);
    opacity *= Number(style.opacity || 1);
    const faded = /opacity\(([\d.]+)(%?)\)/u.exec(style.filter || "");
    if (faded !== null) opacity *= Number(faded[1]) / (faded[2] === "%" ? 100 : 1);
  }
  return opacity;
}

// The document sees a shadow host only, so each root on the way to the element is asked.
function topmost(element: Element, { x, y }: Point): Element | null {
  const roots: (Document | ShadowRoot)[] = [];
  for (let node: Node = element; ;) {
    const root = node.getRootNode() as Document | ShadowRoot;
    roots.unshift(root);
    const { host } = root as Partial<ShadowRoot>;
    if (host === undefined) break;
    node = host;
  }
  for (const [index, root] of roots.entries()) {
    const found = root.elementFromPoint(x, y);
    const inner = roots[index + 1] as Partial<ShadowRoot> | undefined;
    if (inner?.host === undefined || found !== inner.host) return found;
  }
  return null;
}

function contains(outer: Element, inner: Element): boolean {
  for (let node: Element | null = inner; node !== null; node = parentOf(node))
    if (node === outer) return true;
  return false;
}
