import { describe, expect, test } from "vitest";
import { bitbucketCloud } from "../bitbucket-cloud/bitbucketCloud.ts";
import { bitbucketServer } from "../bitbucket-server/bitbucketServer.ts";
import { gitHub } from "../github/gitHub.ts";
import { gitLab } from "../gitlab/gitLab.ts";
import { phabricator } from "../phabricator/phabricator.ts";
import { lineAt } from "../testing/lineAt.ts";

const here = "<b data-here>x</b>";

describe("On GitHub's classic diffs the marker of a line is no code", () => {
  const row = (cells: string) =>
    `<table><tr><td class="blob-num" data-line-number="3"></td><td class="blob-num" data-line-number="4"></td>${cells}</tr></table>`;
  const cell = (classes: string, code: string) =>
    `<td class="blob-code blob-code-addition ${classes}">${code}</td>`;
  const inner = (classes: string, code: string) =>
    `<span class="blob-code-inner ${classes}">${code}</span>`;
  const markerCell =
    '<td class="blob-code blob-code-addition blob-code-marker-cell" data-code-marker="+"><button>+</button></td>';

  test.each([
    ["in a cell of its own", row(markerCell + cell("", inner("", here)))],
    ["said by a class", row(cell("", inner("blob-code-marker-addition", here)))],
    ["taken away by another extension", row(cell("refined-github-diff-signs", inner("", here)))],
    ["written before it", row(cell("", inner("", `+${here}`)))],
  ])("%s", (_, html) => {
    expect(lineAt(gitHub, html)).toEqual(["head", 4, "x"]);
  });

  test("and the cell of the marker itself is no line", () => {
    const html = row(markerCell.replace("<button>", "<button data-here>") + cell("", "x"));
    expect(lineAt(gitHub, html)).toBeUndefined();
  });
});

test.each([
  ["left", "base", 684],
  ["right", "head", 684],
])("On React's diffs a cell of the %s side says its side and number itself", (side, at, line) => {
  const html = `<table><tr><td class="diff-text-cell" data-diff-side="${side}" data-line-number="${line}"><code class="diff-text"><span class="diff-text-marker">+</span><div class="diff-text-inner">${here}</div></code></td></tr></table>`;
  expect(lineAt(gitHub, html)).toEqual([at, line, "x"]);
});

describe("On the left of a GitLab diff with two sides stands the older version, also where nothing changed", () => {
  const line = (classes: string, code: string) =>
    `<div class="line_content ${classes}"><span class="line">${code}</span></div>`;
  const number = (value: number) =>
    `<div class="diff-line-num"><a data-linenumber="${value}"></a></div>`;
  const grid = (left: string, right: string) =>
    `<div class="line_holder parallel"><div class="left-side" data-interop-type="old" data-interop-old-line="8">${number(8)}${line("left-side parallel", left)}</div><div class="right-side" data-interop-type="new" data-interop-new-line="9">${number(9)}${line("right-side parallel", right)}</div></div>`;
  const table = (left: string, right: string) =>
    `<table><tr class="line_holder parallel"><td class="diff-line-num old_line"><a data-linenumber="8"></a></td><td class="line_content parallel left-side"><span class="line">${left}</span></td><td class="diff-line-num new_line"><a data-linenumber="9"></a></td><td class="line_content parallel right-side"><span class="line">${right}</span></td></tr></table>`;
  const bare = (left: string, right: string) =>
    grid(left, right).replaceAll(/ data-interop-[a-z-]+="\w+"/gu, "");

  test.each([
    ["in a grid", grid],
    ["in a table", table],
    ["in a grid without marks for others", bare],
  ])("%s", (_, row) => {
    expect(lineAt(gitLab, row(here, "y"))).toEqual(["base", 8, "x"]);
    expect(lineAt(gitLab, row("y", here))).toEqual(["head", 9, "x"]);
  });

  test("but in one column it is the newer one whose number counts", () => {
    const row = `<div class="line_holder"><div class="left-side">${number(8)}${number(9)}${line("left-side", here)}</div></div>`;
    expect(lineAt(gitLab, row)).toEqual(["head", 9, "x"]);
  });
});

describe("In the tables of Bitbucket Server", () => {
  const view = '<div class="change-view">';
  const number = (text: string) =>
    `<td class="diff-gutter"><div class="diff-line-number">${text}</div></td>`;
  const line = (attributes: string, code = here) =>
    `<td><pre class="diff-line" ${attributes}>${code}</pre></td>`;
  const at = (cells: string) => lineAt(bitbucketServer, `<table><tr>${cells}</tr></table>`, view);

  test("with one column the older number comes first", () => {
    expect(at(number(" 4 7 ") + line('data-diff-line="TO"'))).toEqual(["head", 7, "x"]);
    expect(at(number("4") + number("7") + line('data-diff-line="TO"'))).toEqual(["head", 7, "x"]);
  });

  test("a line that was removed or added has one", () => {
    const changed = (kind: string) => `<td><pre class="diff-line ${kind}-line">${here}</pre></td>`;
    expect(at(number("4") + changed("removed"))).toEqual(["base", 4, "x"]);
    expect(at(number("7") + changed("added"))).toEqual(["head", 7, "x"]);
  });

  test("with two columns each side has its own", () => {
    const both = (left: string, right: string) =>
      number("4") + line("", left) + number("7") + line("", right);
    expect(at(both(here, "y"))).toEqual(["base", 4, "x"]);
    expect(at(both("y", here))).toEqual(["head", 7, "x"]);
  });

  test("a line without a number is none", () => {
    expect(at(number("…") + line(""))).toBeUndefined();
    expect(
      lineAt(bitbucketServer, `<div class="diff-line" data-here>x</div>`, view),
    ).toBeUndefined();
  });
});

describe("On Bitbucket Cloud", () => {
  const article = '<article data-qa="branch-diff-file">';
  const link = (label: string, number: number) =>
    `<a class="line-number-permalink" aria-label="${label} line ${number}">${number}</a>`;
  const row = (links: string, attributes = "") =>
    `<div class="lines-wrapper"><div class="line-wrapper" ${attributes}><div class="line-numbers">${links}</div><div class="code-component"><div class="line-type"></div><pre class="code-diff">${here}</pre></div></div></div>`;
  const at = (html: string) => lineAt(bitbucketCloud, html, article);

  test("numbers of both sides that stand beside one another are not taken for one", () => {
    expect(at(row(link("From", 3) + link("To", 5)))).toEqual(["head", 5, "x"]);
    expect(at(row(link("From", 3)))).toEqual(["base", 3, "x"]);
    expect(at(row(link("To", 5)))).toEqual(["head", 5, "x"]);
  });

  test("the side is told by the line's ID, its sign or its attributes", () => {
    const unlabelled = '<a class="line-number-permalink">3</a>';
    expect(at(row(unlabelled, 'id="chg_dir/a.ts_oldline3"'))).toEqual(["base", 3, "x"]);
    expect(at(row(unlabelled, 'id="chg_oldline3_newline3"'))).toEqual(["head", 3, "x"]);
    const removed = row(unlabelled).replace('"line-type">', '"line-type">-');
    expect(at(removed)).toEqual(["base", 3, "x"]);
    const attributes = row("").replace(
      '"line-numbers"',
      '"line-numbers" data-old-line-number="3" data-new-line-number="5"',
    );
    expect(at(attributes)).toEqual(["head", 5, "x"]);
  });

  test("lines of its editor are those whose numbers stand at the same height", () => {
    const editor = (code: string) =>
      `<div class="react-monaco-editor-container"><div class="margin"><div style="top:19px"><div class="line-numbers">8</div></div><div style="top:0px"><div class="line-numbers">7</div></div></div><div class="view-lines"><div class="view-line" style="top:0px"><span>y</span></div><div class="view-line" style="top:19px"><span>${code}</span></div><div class="view-line" style="top:38px"><span data-here>z</span></div></div></div>`;
    expect(lineAt(bitbucketCloud, editor(here))).toEqual(["blob", 8, "x"]);
    expect(lineAt(bitbucketCloud, editor("x"))).toBeUndefined();
  });
});

describe("On Phabricator", () => {
  const diff = (cells: string) => `<table class="differential-diff"><tr>${cells}</tr></table>`;

  test("what says to screen readers that a line is new is no code", () => {
    const sign = '<span class="aural-only">+ </span>';
    const cells = `<td class="n"></td><td id="C1NL7" class="n" data-n="7"></td><td class="copy"></td><td class="right new">${sign}${here}</td>`;
    expect(lineAt(phabricator, diff(cells))).toEqual(["head", 7, "x"]);
  });

  test("of two versions that are compared the left one is the older", () => {
    const cells = (left: string, right: string) =>
      `<th id="C1NL4">4</th><td>${left}</td><th id="C2NL6">6</th><td class="copy"></td><td>${right}</td>`;
    expect(lineAt(phabricator, diff(cells(here, "y")))).toEqual(["base", 4, "x"]);
    expect(lineAt(phabricator, diff(cells("y", here)))).toEqual(["head", 6, "x"]);
  });

  test("the empty place beside a line that only one side has is no line", () => {
    const removed = `<th id="C1OL4">4</th><td class="old">y</td><th></th><td class="copy"></td><td>${here}</td>`;
    expect(lineAt(phabricator, diff(removed))).toBeUndefined();
    const added = `<th></th><td>${here}</td><th id="C1NL4">4</th><td class="copy"></td><td class="new">y</td>`;
    expect(lineAt(phabricator, diff(added))).toBeUndefined();
  });
});
