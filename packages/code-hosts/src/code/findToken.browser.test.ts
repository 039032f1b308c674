import { afterEach, describe, expect, test } from "vitest";
import { gerrit } from "../gerrit/gerrit.ts";
import { gitHub } from "../github/gitHub.ts";
import { findTokenAtCursor } from "./findTokenAtCursor.ts";
import { findTokenAtPoint } from "./findTokenAtPoint.ts";

afterEach(() => document.body.replaceChildren());

function show(html: string): HTMLElement {
  const view = document.body.appendChild(document.createElement("div"));
  view.style.cssText = "position:absolute;left:0;top:0;font:16px/20px monospace;white-space:pre";
  view.innerHTML = html;
  return view;
}

/** The word in the middle of an element, as the pointer finds it. */
function wordAt(view: HTMLElement, element: Element, host = gitHub) {
  const { left, top, width, height } = element.getBoundingClientRect();
  return findTokenAtPoint(document, host, [view], left + width / 2, top + height / 2)?.token;
}

const line = '<div id="LC2">if (<b>total</b>) return <i>sum</i>;</div>';

describe("The word that is pointed at", () => {
  test("is found with its place in the file and on the page", () => {
    const view = show(line);
    const word = view.querySelector("i")!;
    const token = wordAt(view, word);
    expect(token).toMatchObject({ line: 2, character: 18, text: "sum" });
    expect(token!.getBoundingClientRect().left).toBeCloseTo(word.getBoundingClientRect().left, 0);
    expect(token!.getBoundingClientRect().width).toBeCloseTo(word.getBoundingClientRect().width, 0);
  });

  test("is found beneath a transparent text area", () => {
    const view = show(`${line}<textarea style="position:absolute;inset:0;opacity:0"></textarea>`);
    expect(document.elementFromPoint(10, 10)!.tagName).toBe("TEXTAREA");
    expect(wordAt(view, view.querySelector("b")!)).toMatchObject({ character: 4, text: "total" });
  });

  test("is found where the page draws text by its styles", () => {
    const view = show(
      '<style>[data-code-text]::before{content:attr(data-code-text)}</style><div id="LC1"><span data-code-text="let "></span><span data-code-text="sum"></span></div>',
    );
    const word = view.querySelectorAll("span")[1]!;
    expect(wordAt(view, word)).toMatchObject({ character: 4, text: "sum" });
  });

  test("is found in shadow roots", () => {
    const view = show("<gr-diff></gr-diff>");
    const root = view.firstElementChild!.attachShadow({ mode: "open" });
    root.innerHTML =
      '<table><tr><td class="right" data-value="3"></td><td><div class="contentText" data-side="right">a <b>sum</b></div></td></tr></table>';
    expect(wordAt(view, root.querySelector("b")!, gerrit)).toMatchObject({
      line: 3,
      side: "head",
      character: 2,
      text: "sum",
    });
  });

  test("is none beside the end of a line, between words, and outside of code views", () => {
    const view = show(`${line}<p>word</p>`);
    const { right, top } = view.querySelector("i")!.getBoundingClientRect();
    const at = (x: number) => findTokenAtPoint(document, gitHub, [view], x, top + 5);
    expect(at(right + 60)).toBeUndefined();
    expect(at(2)?.token.text).toBe("if");
    expect(wordAt(view, view.querySelector("p")!)).toBeUndefined();
    expect(findTokenAtPoint(document, gitHub, [], 2, top + 5)).toBeUndefined();
  });

  test("has no place any more once the page has taken it away", () => {
    const view = show(line);
    const token = wordAt(view, view.querySelector("b")!)!;
    view.replaceChildren();
    expect(token.getBoundingClientRect().width).toBe(0);
  });
});

describe("The word that the text cursor is in", () => {
  test("is found where text is selected", () => {
    const view = show(line);
    document.getSelection()!.collapse(view.querySelector("b")!.firstChild, 2);
    const found = findTokenAtCursor(document, gitHub, [view]);
    expect(found?.token).toMatchObject({ line: 2, character: 4, text: "total" });
  });

  test("is found in the text area that a page lays over its code", () => {
    const view = show(`<textarea readonly>first\nif (total) return sum;</textarea>${line}`);
    const area = view.querySelector("textarea")!;
    area.focus();
    area.setSelectionRange(12, 12);
    const found = findTokenAtCursor(document, gitHub, [view]);
    expect(found?.token).toMatchObject({ line: 2, character: 4, text: "total" });
  });

  test("is none where nothing is selected", () => {
    const view = show(line);
    document.getSelection()!.removeAllRanges();
    expect(findTokenAtCursor(document, gitHub, [view])).toBeUndefined();
  });
});
