/** How far from what covered it an element is put, for the line around it to be seen: pixels. */
const room = 6;

/** Bars lie below one another: the header of the page, that of a file, a notice. */
const mostBars = 4;

/**
 * Scrolls an element out from under the bars that stick to an edge of the viewport, such as the header
 * of a code host: browsers take what is under them for visible. Nothing happens where nothing covers
 * it, and where there is no room between the bars.
 */
export function uncover(element: Element): void {
  for (let bars = 0; bars < mostBars; bars += 1) {
    const distance = distanceToLight(element);
    if (distance === undefined) return;
    scrollerOf(element)?.scrollBy({ top: distance, behavior: "instant" });
  }
}

/** How far to scroll for an element to come out from under the first bar that covers it, in pixels. */
function distanceToLight(element: Element): number | undefined {
  const { top, bottom } = element.getBoundingClientRect();
  const bar = barAt(element, top + 1) ?? barAt(element, bottom - 1);
  if (bar === undefined) return undefined;
  const isHeader = bar.top + bar.bottom < viewportHeight(element);
  return isHeader ? top - room - bar.bottom : bottom + room - bar.top;
}

/** The bar that covers an element at one height: in its middle or at its ends. */
function barAt(element: Element, height: number): DOMRect | undefined {
  const { left, right } = element.getBoundingClientRect();
  const outermost = outermostOf(element);
  // What sticks out of the viewport is looked at where the viewport ends.
  const y = Math.min(Math.max(height, 0), viewportHeight(element) - 1);
  for (const x of [(left + right) / 2, left + 1, right - 1]) {
    const hit = element.ownerDocument.elementFromPoint(x, y);
    if (hit === null || outermost.contains(hit) || hit.contains(outermost)) continue;
    const bar = barOf(hit);
    if (bar !== undefined) return bar.getBoundingClientRect();
  }
  return undefined;
}

function viewportHeight({ ownerDocument }: Element): number {
  return ownerDocument.documentElement.clientHeight;
}

/** What stands for an element in its document, from where nobody looks into shadow roots. */
function outermostOf(element: Element): Element {
  const root = element.getRootNode();
  return "host" in root ? outermostOf((root as ShadowRoot).host) : element;
}

function barOf(hit: Element): Element | undefined {
  for (let element: Element | null = hit; element !== null; element = element.parentElement) {
    const { position } = getComputedStyle(element);
    if (position === "sticky" || position === "fixed") return element;
  }
  return undefined;
}

function scrollerOf(element: Element): Element | null {
  let around = parentOf(element);
  for (; around !== null; around = parentOf(around)) {
    const scrolls = /auto|scroll/u.test(getComputedStyle(around).overflowY);
    if (scrolls && around.scrollHeight > around.clientHeight) return around;
  }
  return element.ownerDocument.scrollingElement;
}

function parentOf(element: Element): Element | null {
  if (element.assignedSlot !== null) return element.assignedSlot;
  const parent = element.parentNode;
  return parent !== null && "host" in parent ? (parent as ShadowRoot).host : element.parentElement;
}
