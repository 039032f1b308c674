import fc from "fast-check";
import { expect, test } from "vitest";
import { codeHosts } from "../host/codeHosts.ts";
import { tokenAtCharacter } from "./tokenInLine.ts";

// Everything by which the adapters find lines, in any order, nested in any way, with any value.
const tags = [
  "div",
  "span",
  "td",
  "tr",
  "table",
  "th",
  "pre",
  "code",
  "a",
  "button",
  "gr-diff-host",
];
const classes = [
  "line",
  "old",
  "line_content",
  "line_holder",
  "blob-code",
  "blob-num",
  "blob-code-deletion",
  "contentText",
  "CodeMirror-line",
  "diff-view",
  "line-number-from",
  "udiff-line",
  "n",
  "left",
  "diff-text-cell",
  "diff-text-inner",
];
const names = [
  "id",
  "data-line-number",
  "data-linenumber",
  "data-line-anchor",
  "data-code-marker",
  "data-interop-type",
  "data-interop-old-line",
  "data-sigil",
  "data-n",
  "data-value",
  "data-side",
  "data-qa",
  "data-fnum",
  "data-copy-mode",
  "cm-text",
  "data-code-text",
];
const values = [
  "LC1",
  "LC",
  "1",
  "0",
  "-1",
  "99999999999",
  "1e3",
  "NaN",
  "C1OL2",
  "C1NL",
  "L1R",
  "x",
  "",
  "phabricator-source-line",
  "code-line",
  "copy-l",
  "\u0000",
  "\u202e",
];

const attributes = fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...values)), {
  maxLength: 3,
});
const { tree } = fc.letrec<{ tree: (parent: Element) => void }>((tie) => ({
  tree: fc
    .record({
      tag: fc.constantFrom(...tags),
      kinds: fc.array(fc.constantFrom(...classes), { maxLength: 2 }),
      attributes,
      text: fc.constantFrom("", "sum(1)", "\t-x", "\u200b", "π"),
      children: fc.oneof(
        { maxDepth: 5, withCrossShrink: true },
        fc.constant([]),
        fc.array(tie("tree"), { maxLength: 3 }),
      ),
    })
    .map((node) => (parent: Element) => {
      const element = parent.appendChild(document.createElement(node.tag));
      element.className = node.kinds.join(" ");
      for (const [name, value] of node.attributes) element.setAttribute(name, value);
      element.append(node.text);
      for (const child of node.children) child(element);
    }),
}));

test("Whatever a page contains, a line is found or not, and nothing throws", () => {
  let found = 0;
  fc.assert(
    fc.property(tree, (build) => {
      const view = document.createElement("div");
      // One line is sound, so that the others are seen to be looked at.
      view.innerHTML =
        '<table><tr><td id="L1" data-line-number="1"></td><td id="LC1" class="blob-code">sum(1)</td></tr></table>';
      build(view);
      for (const host of codeHosts) {
        for (const element of view.querySelectorAll("*")) {
          const line = host.findLine(view, element);
          if (line === undefined) continue;
          found += 1;
          expect(Number.isSafeInteger(line.line) && line.line >= 1).toBe(true);
          expect(view.contains(line.element)).toBe(true);
          for (const character of [-1, 0, 3, 1e9]) tokenAtCharacter(line, character);
        }
      }
    }),
    { numRuns: 300 },
  );
  expect(found).toBeGreaterThanOrEqual(300);
});
