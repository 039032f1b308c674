import { describe, expect, test } from "vitest";
import { commit, parent } from "../testing/gitHubPages.ts";
import { gitLabDiffFile, gitLabPage } from "../testing/gitLabPage.ts";
import { parsePage } from "../testing/parsePage.ts";
import { gitLab } from "./gitLab.ts";

const read = (html: string, address: string) => {
  const page = parsePage(html, address);
  return gitLab.findCodeViews(page.document).map((view) => gitLab.readFileFacts(page, view));
};
const blob = {
  kind: "blob",
  repository: "code.example/g/s/c",
  path: "dir/a.ts",
  revision: "feat/x",
  commit,
};

describe("A file", () => {
  test("is read with groups and a branch that has slashes, at new and old addresses", () => {
    expect(read(gitLabPage, "https://code.example/g/s/c/-/blob/feat/x/dir/a.ts")).toEqual([blob]);
    expect(read(gitLabPage, "https://code.example/g/s/c/blob/feat/x/dir/a.ts")).toEqual([blob]);
  });

  test("is read of an installation below a path", () => {
    const html = gitLabPage
      .replaceAll('href="/', 'href="/git/')
      .replace("<head>", '<head><script>gon.relative_url_root="/git";</script>');
    expect(read(html, "https://code.example/git/g/s/c/-/blob/feat/x/dir/a.ts")).toEqual([blob]);
    expect(read(html, "https://code.example/other/g/s/c/-/blob/feat/x/dir/a.ts")).toEqual([
      undefined,
    ]);
  });

  test("is not read while the page shows another file than its address", () => {
    expect(read(gitLabPage, "https://code.example/g/s/c/-/blob/main/other.ts")).toEqual([
      undefined,
    ]);
  });

  test("of a project named c++ is read", () => {
    const page = parsePage("", "https://code.example/g/c++/-/tree/main");
    expect(gitLab.readRepository(page)).toBe("code.example/g/c++");
  });
});

describe("A diff", () => {
  test("of a merge request has its head, and its base where the page says it", () => {
    const address = "https://code.example/g/s/c/-/merge_requests/1/diffs";
    const side = (revision: string) => ({ revision, path: "dir/a.ts" });
    expect(read(gitLabDiffFile("dir/a.ts"), address)).toMatchObject([{ head: side(commit) }]);
    const refs = JSON.stringify({ diff_refs: { base_sha: parent, head_sha: commit } });
    const html = `<div data-noteable-data='${refs}'></div>${gitLabDiffFile("dir/a.ts")}`;
    expect(read(html, address)).toMatchObject([{ base: side(parent), head: side(commit) }]);
  });

  test("of a merge request from a fork has the head that its header leads to there", () => {
    const html = gitLabDiffFile("dir/a.ts").replace("/g/s/c/-/blob", "/me/c/-/blob");
    const address = "https://code.example/g/s/c/-/merge_requests/1/diffs";
    expect(read(html, address)).toMatchObject([
      { repository: "code.example/g/s/c", head: { revision: commit } },
    ]);
    const [ofCommit] = read(html, `https://code.example/g/s/c/-/compare/main...x`);
    expect(ofCommit).not.toHaveProperty("head");
  });

  test("of a removed file has no head, for its header then leads to the older commit", () => {
    const html = gitLabDiffFile("dir/a.ts").replace(
      '<div class="diff-table code">',
      '<div class="diff-table code"><div class="line_content match">…</div><div class="line_content old">x</div><div class="line_content empty-cell"></div>',
    );
    const [facts] = read(html, "https://code.example/g/s/c/-/merge_requests/1/diffs");
    expect(facts).toMatchObject({ path: "dir/a.ts" });
    expect(facts).not.toHaveProperty("head");
  });

  test("of a part of a merge request does not take what all of it compares for its sides", () => {
    const refs = JSON.stringify({ diff_refs: { base_sha: parent, head_sha: commit } });
    const html = `<div data-noteable-data='${refs}'></div>${gitLabDiffFile("dir/a.ts")}`;
    const address = "https://code.example/g/s/c/-/merge_requests/1/diffs";
    const start = "a".repeat(40);
    expect(read(html, `${address}?diff_id=3&start_sha=${start}`)).toMatchObject([
      { base: { revision: start }, head: { revision: commit } },
    ]);
    const [facts] = read(html, `${address}?commit_id=${commit}`);
    expect(facts).toMatchObject({ head: { revision: commit } });
    expect(facts).not.toHaveProperty("base");
  });

  test("of a removed file on older pages has a path without the word for it", () => {
    const html = gitLabDiffFile("a.ts")
      .replace(' data-path="a.ts"', "")
      .replace(
        '<div class="js-file-title">',
        '<div class="js-file-title"><strong class="file-title-name">a.ts\n deleted</strong>',
      );
    expect(read(html, `https://code.example/g/s/c/-/commit/${commit}`)).toMatchObject([
      { path: "a.ts" },
    ]);
  });

  test("of a commit has its parent as base", () => {
    const html = `<div class="commit-info"><a href="/g/s/c/-/commit/${parent}">parent</a></div>${gitLabDiffFile("a.ts")}`;
    expect(read(html, `https://code.example/g/s/c/-/commit/${commit}`)).toMatchObject([
      { base: { revision: parent }, head: { revision: commit } },
    ]);
  });

  test("of a renamed file has both paths, where its title alone says them", () => {
    const html = gitLabDiffFile("new.ts")
      .replace(' data-path="new.ts"', "")
      .replace(
        '<div class="js-file-title">',
        '<div class="js-file-title"><strong class="file-title-name">old.ts</strong> → <strong class="file-title-name">new.ts</strong>',
      )
      .concat(`<div class="commit-info"><a href="/g/s/c/-/commit/${parent}">parent</a></div>`);
    expect(read(html, `https://code.example/g/s/c/-/commit/${commit}`)).toMatchObject([
      { path: "new.ts", base: { path: "old.ts" }, head: { path: "new.ts" } },
    ]);
  });

  test("in a thread is no code view, nor is a read-me file", () => {
    const { document } = parsePage(
      `<div class="discussion-wrapper">${gitLabDiffFile("a.ts")}</div><article class="file-holder readme-holder"><div class="file-actions"></div><div class="file-content code"></div></article>`,
      "https://code.example/",
    );
    expect(gitLab.findCodeViews(document)).toEqual([]);
  });
});

test("Mounts are made once", () => {
  const { document } = parsePage(gitLabPage, "https://code.example/");
  const [view] = gitLab.findCodeViews(document);
  const get = () => [
    gitLab.getToolbarMount(view!),
    gitLab.getRepositoryMount(document),
    gitLab.getPaletteMount(document),
  ];
  const mounts = get();
  expect(mounts).not.toContain(null);
  expect(get()).toEqual(mounts);
  expect(mounts[0]!.parentElement!.className).toBe("file-actions");
});
