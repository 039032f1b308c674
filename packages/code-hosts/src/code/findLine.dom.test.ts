import { describe, expect, test } from "vitest";
import { bitbucketCloud } from "../bitbucket-cloud/bitbucketCloud.ts";
import { bitbucketServer } from "../bitbucket-server/bitbucketServer.ts";
import { gerrit } from "../gerrit/gerrit.ts";
import { gitHub } from "../github/gitHub.ts";
import { gitLab } from "../gitlab/gitLab.ts";
import { phabricator } from "../phabricator/phabricator.ts";
import { lineAt } from "../testing/lineAt.ts";
import { tokenAtCharacter } from "./tokenInLine.ts";

describe("The line of code that is pointed at is found", () => {
  test("on GitHub's pages of a file, classic and React", () => {
    const row = (cell: string) => `<table><tr><td data-line-number="7"></td>${cell}</tr></table>`;
    const classic = row('<td id="LC7" class="blob-code">  <b data-here>sum</b>()</td>');
    expect(lineAt(gitHub, classic)).toEqual(["blob", 7, "  sum()"]);
    const react =
      '<div class="react-code-lines"><div id="LC7" class="react-file-line"><b data-code-text="let " ></b><b data-here data-code-text="sum"></b></div></div>';
    expect(lineAt(gitHub, react)).toEqual(["blob", 7, "let sum"]);
  });

  test("on GitHub's diffs, unified and split, with and without written markers", () => {
    const unified = (kind: string, before: string, after: string, code: string) =>
      `<table><tr><td class="blob-num" data-line-number="${before}"></td><td class="blob-num" data-line-number="${after}"></td><td class="blob-code blob-code-${kind}">${code}</td></tr></table>`;
    const marked = '<span class="blob-code-inner">-<b data-here>sum</b></span>';
    expect(lineAt(gitHub, unified("deletion", "3", "", marked))).toEqual(["base", 3, "sum"]);
    const attribute =
      '<span class="blob-code-inner" data-code-marker="+"><b data-here>sum</b></span>';
    expect(lineAt(gitHub, unified("addition", "", "4", attribute))).toEqual(["head", 4, "sum"]);
    expect(lineAt(gitHub, unified("context", "5", "6", attribute))).toEqual(["head", 6, "sum"]);
    const code = (text: string) =>
      `<td class="blob-code"><span class="blob-code-inner" data-code-marker=" ">${text}</span></td>`;
    const split = (left: string, right: string) =>
      `<table><tr><td class="blob-num" data-line-number="3"></td>${code(left)}<td class="blob-num" data-line-number="9"></td>${code(right)}</tr></table>`;
    expect(lineAt(gitHub, split("<b data-here>a</b>", "b"))).toEqual(["base", 3, "a"]);
    expect(lineAt(gitHub, split("a", "<b data-here>b</b>"))).toEqual(["head", 9, "b"]);
  });

  test("on GitHub's diffs that React renders", () => {
    const cell = (anchor: string) =>
      `<table><tr><td class="diff-text-cell" data-line-anchor="${anchor}"><code class="diff-text"><span class="diff-text-marker">+</span><div class="diff-text-inner"><b data-here>sum</b></div></code></td></tr></table>`;
    expect(lineAt(gitHub, cell("diff-0a1L3"))).toEqual(["base", 3, "sum"]);
    expect(lineAt(gitHub, cell("diff-0a1R12"))).toEqual(["head", 12, "sum"]);
  });

  test("on GitLab's pages of a file and of changes", () => {
    expect(lineAt(gitLab, '<span id="LC3" class="line"><b data-here>x</b></span>')).toEqual([
      "blob",
      3,
      "x",
    ]);
    const side = (attributes: string, kind: string) =>
      `<div class="line_holder"><div class="left-side" ${attributes}><div class="diff-line-num"><a data-linenumber="1"></a></div><div class="line_content ${kind}"><span class="line"><b data-here>x</b></span></div></div></div>`;
    const old = 'data-interop-type="old" data-interop-old-line="8"';
    expect(lineAt(gitLab, side(old, "old"))).toEqual(["base", 8, "x"]);
    const both = 'data-interop-type="new" data-interop-old-line="8" data-interop-new-line="9"';
    expect(lineAt(gitLab, side(both, ""))).toEqual(["head", 9, "x"]);
    const earlier =
      '<table><tr class="line_holder"><td class="diff-line-num old_line" data-linenumber="4"></td><td class="diff-line-num new_line" data-linenumber="5"></td><td class="line_content"><span class="line"><b data-here>x</b></span></td></tr></table>';
    expect(lineAt(gitLab, earlier)).toEqual(["head", 5, "x"]);
  });

  test("on Bitbucket Server's pages of a file and of changes, with tabs as tabs", () => {
    const row = (locator: string) =>
      `<div class="line"><div class="CodeMirror-gutter-wrapper">${locator}</div><pre class="CodeMirror-line"><span><span cm-text="\t">    </span><b data-here>x</b></span></pre></div>`;
    const blob = row('<a class="line-number" data-line-number="2">2</a>');
    expect(lineAt(bitbucketServer, blob)).toEqual(["blob", 2, "\tx"]);
    const removed = row(
      '<div class="line-number line-number-from">6</div><div data-line-type="REMOVED" data-line-number="6"></div>',
    );
    expect(lineAt(bitbucketServer, `<div class="diff-view">${removed}</div>`)).toEqual([
      "base",
      6,
      "\tx",
    ]);
    const added = row(
      '<div class="line-number line-number-to">7</div><div data-line-type="ADDED" data-line-number="7"></div>',
    );
    expect(lineAt(bitbucketServer, `<div class="diff-view">${added}</div>`)).toEqual([
      "head",
      7,
      "\tx",
    ]);
  });

  test("on Bitbucket Cloud's pages", () => {
    const blob =
      '<div data-qa="code-line"><a data-qa="line-number">5</a><code><b data-here>x</b></code></div>';
    expect(lineAt(bitbucketCloud, blob)).toEqual(["blob", 5, "x"]);
    const removed =
      '<div class="udiff-line deletion"><a class="line-numbers" data-fnum="3" data-tnum=""></a><pre>-<b data-here>x</b></pre></div>';
    expect(lineAt(bitbucketCloud, removed)).toEqual(["base", 3, "x"]);
  });

  test("on Phabricator's pages, without the invisible character its lines begin with", () => {
    const blob =
      '<table><tr><th data-sigil="phabricator-source-line"><a href="/source/r/browse/main/a.ts$4">4</a></th><td>\u200b<b data-here>x</b>\n</td></tr></table>';
    expect(lineAt(phabricator, blob)).toEqual(["blob", 4, "x"]);
    const row = (left: string, right: string) =>
      `<table><tr><td id="C1OL26" class="n" data-n="26"></td><td data-copy-mode="copy-l">${left}</td><td id="C1NL27" class="n" data-n="27"></td><td class="copy"></td><td data-copy-mode="copy-r"><span data-copy-text="\t">  </span>${right}</td></tr></table>`;
    expect(lineAt(phabricator, row("<b data-here>a</b>", "b"))).toEqual(["base", 26, "a"]);
    expect(lineAt(phabricator, row("a", "<b data-here>b</b>"))).toEqual(["head", 27, "\tb"]);
  });

  test("on Gerrit's pages, below their shadow roots", () => {
    const diff = (side: string) =>
      `<table><tr><td class="lineNum left" data-value="1"></td><td class="lineNum right" data-value="2"></td><td class="content"><div class="contentText" data-side="${side}"><b data-here>x</b></div></td></tr></table>`;
    expect(lineAt(gerrit, diff("left"))).toEqual(["base", 1, "x"]);
    expect(lineAt(gerrit, diff("right"))).toEqual(["head", 2, "x"]);
  });
});

test("What is no code, or of another code view, is in no line", () => {
  for (const host of [gitHub, gitLab, bitbucketServer, bitbucketCloud, phabricator, gerrit]) {
    expect(lineAt(host, "<p data-here>text</p>")).toBeUndefined();
    const stranger = document.createElement("div");
    stranger.innerHTML = '<b id="LC1">x</b>';
    expect(
      host.findLine(document.createElement("div"), stranger.firstElementChild!),
    ).toBeUndefined();
  }
  expect(lineAt(gitHub, '<div id="LC0" data-here>x</div>')).toBeUndefined();
  expect(lineAt(gitHub, '<div id="LC1x" data-here>x</div>')).toBeUndefined();
});

test("A line full of line feeds is read in as little time as any other of its length", () => {
  const feeds = "\n".repeat(300_000);
  const html = `<div id="LC1">${feeds}y<b data-here>x\n\n</b></div>`;
  expect(lineAt(gitHub, html)).toEqual(["blob", 1, `${feeds}yx`]);
});

describe("The word at a character", () => {
  const element = document.createElement("div");
  element.innerHTML = "const <b>π_1</b>$ = 12;";
  const line = { element, line: 1 };

  test("is the whole word, also where the page has split it", () => {
    expect(tokenAtCharacter(line, 7)).toMatchObject({ line: 1, character: 6, text: "π_1$" });
    expect(tokenAtCharacter(line, 0)).toMatchObject({ character: 0, text: "const" });
  });

  test("is none between words, on a number, and beyond the end", () => {
    for (const character of [5, 11, 13, 99])
      expect(tokenAtCharacter(line, character)).toBeUndefined();
  });

  test("does not count the marker of a changed line", () => {
    expect(tokenAtCharacter({ ...line, marker: 6 }, 0)).toMatchObject({
      character: 0,
      text: "π_1$",
    });
  });
});
