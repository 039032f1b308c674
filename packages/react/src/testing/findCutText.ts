const clips = /hidden|clip/u;
/** What the box of a line is larger than the letters in it: pixels. */
const slack = 3;

/**
 * The texts that are not to be seen in full: cut by an element around them, or reaching out of the
 * control they label. What a box lets scroll to, and what is for assistive technology alone, is not cut.
 */
export function findCutText(within: Element): readonly string[] {
  const cut: string[] = [];
  const texts = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  while (texts.nextNode() !== null) {
    const text = texts.currentNode as Text;
    const parent = text.parentElement;
    if (text.data.trim() === "" || parent === null || !parent.checkVisibility()) continue;
    if (parent.closest(".at-sr, style") !== null) continue;
    const box = boxOf(text);
    for (let around: Element | null = parent; around !== null; around = around.parentElement) {
      if (isScroller(around)) break;
      const reason = reasonOf(box, around);
      if (reason !== undefined) cut.push(`"${text.data}" is ${reason} .${around.className}`);
      if (around === within) break;
    }
  }
  return cut;
}

function boxOf(text: Text): DOMRect {
  const range = document.createRange();
  range.selectNodeContents(text);
  return range.getBoundingClientRect();
}

function isScroller(element: Element): boolean {
  const { overflowX, overflowY } = getComputedStyle(element);
  return /auto|scroll/u.test(`${overflowX} ${overflowY}`);
}

function reasonOf(text: DOMRect, element: Element): string | undefined {
  const box = element.getBoundingClientRect();
  const isControl = element.matches(
    "button, a, kbd, [role=option], [role^=menuitem], [role=tooltip]",
  );
  const { overflowX, overflowY } = getComputedStyle(element);
  const tooTall = text.top < box.top - slack || text.bottom > box.bottom + slack;
  const tooWide = text.left < box.left - 1 || text.right > box.right + 1;
  if (tooTall && (isControl || clips.test(overflowY))) return "higher than";
  if (tooWide && (isControl || clips.test(overflowX))) return "wider than";
  return undefined;
}
