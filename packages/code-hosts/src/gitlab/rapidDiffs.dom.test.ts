import { describe, expect, test } from "vitest";
import { commit } from "../testing/gitHubPages.ts";
import { parsePage } from "../testing/parsePage.ts";
import { gitLab } from "./gitLab.ts";

const number = (position: string, line: number) =>
  `<td class="rd-line-number" data-position="${position}"><a class="rd-line-link" data-line-number="${line}" aria-label="Line ${line}"></a></td>`;
const content = (position: string, code: string) =>
  `<td class="rd-line-content" data-position="${position}" data-testid="rd-diff-line-content"><pre class="rd-line-text">${code}</pre></td>`;
const tables = {
  "side by side": `<tr data-hunk-lines>${number("old", 40)}${content("old", "was()")}${number("new", 45)}${content("new", "is()")}</tr>`,
  "in one column": `<tr>${number("old", 40)}<td class="rd-line-number" data-position="new"></td>${content("old", "was()")}</tr><tr><td></td>${number("new", 45)}${content("new", "is()")}</tr>`,
} as const;

/** One file of a diff as GitLab renders it since version 18. */
const rapidFile = (
  rows: string,
  data = '{"viewer":"text_inline","old_path":"dir/old.ts","new_path":"dir/a.ts"}',
) =>
  `<diff-file id="f" data-testid="rd-diff-file" data-file-data='${data}'><article class="rd-diff-file">
    <header class="rd-diff-file-header" data-testid="rd-diff-file-header"><h2 class="rd-diff-file-title"><a class="rd-diff-file-link" href="/g/c/-/blob/${commit}/dir/a.ts">dir/a.ts</a></h2>
      <div class="rd-diff-file-info"><span>+1</span><div class="rd-diff-file-options-menu"></div></div></header>
    <table><tbody>${rows}</tbody></table></article></diff-file>`;
const open = (html: string) => {
  const page = parsePage(html, "https://code.example/g/c/-/merge_requests/7/diffs");
  const [view, ...others] = gitLab.findCodeViews(page.document);
  expect(others).toEqual([]);
  return { page, view: view! };
};

describe.each(Object.entries(tables))("A file of a rapid diff, %s", (_, rows) => {
  test("is one code view, with the paths that its data say and the head that it links to", () => {
    const { page, view } = open(rapidFile(rows));
    expect(gitLab.readFileFacts(page, view)).toEqual({
      kind: "diff",
      repository: "code.example/g/c",
      path: "dir/a.ts",
      head: { revision: commit, path: "dir/a.ts" },
    });
  });

  test("has lines with their sides", () => {
    const { view } = open(rapidFile(rows));
    const lines = [...view.querySelectorAll("pre")].map((element) => {
      const line = gitLab.findLine(view, element);
      return [line?.side, line?.line, line?.element.textContent];
    });
    expect(lines).toEqual([
      ["base", 40, "was()"],
      ["head", 45, "is()"],
    ]);
  });
});

test("Its toolbar is first among what its header shows on the right, once", () => {
  const { view } = open(rapidFile(""));
  const mount = gitLab.getToolbarMount(view)!;
  expect(mount.parentElement!.matches(".rd-diff-file-info")).toBe(true);
  expect(mount.previousElementSibling).toBeNull();
  expect(gitLab.getToolbarMount(view)).toBe(mount);
});

test.each(["{", "[]", '{"new_path":7}', '{"new_path":"../../etc"}'])(
  "Data that are none harm nothing: %s",
  (data) => {
    const { page, view } = open(rapidFile("", data));
    const facts = gitLab.readFileFacts(page, view);
    expect(facts === undefined || facts.path === "dir/a.ts").toBe(true);
  },
);

test("A file without its header is no code view yet", () => {
  const html = '<diff-file data-testid="rd-diff-file" data-file-data="{}"></diff-file>';
  expect(gitLab.findCodeViews(parsePage(html, "https://code.example/").document)).toEqual([]);
});
