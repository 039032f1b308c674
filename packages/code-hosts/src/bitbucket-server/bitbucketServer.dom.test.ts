import { describe, expect, test } from "vitest";
import { bitbucketServerPage } from "../testing/bitbucketServerPage.ts";
import { commit, parent } from "../testing/gitHubPages.ts";
import { parsePage } from "../testing/parsePage.ts";
import { bitbucketServer } from "./bitbucketServer.ts";

const read = (html: string, address: string) => {
  const page = parsePage(html, address);
  return bitbucketServer
    .findCodeViews(page.document)
    .map((view) => bitbucketServer.readFileFacts(page, view));
};
const base = "https://code.example/scm/projects/P/repos/r";
const blob = {
  kind: "blob",
  repository: "code.example/P/r",
  path: "dir/a.ts",
  revision: "feat/x",
  commit,
};

describe("A file", () => {
  test("is read with the branch of the address, or the one the page shows", () => {
    expect(read(bitbucketServerPage, `${base}/browse/dir/a.ts?at=refs%2Fheads%2Ffeat%2Fx`)).toEqual(
      [blob],
    );
    expect(read(bitbucketServerPage, `${base}/browse/dir/a.ts`)).toEqual([blob]);
  });

  test("has no commit where the page shows that of another branch", () => {
    const { commit: _, ...rest } = blob;
    expect(read(bitbucketServerPage, `${base}/browse/dir/a.ts?at=main`)).toEqual([
      { ...rest, revision: "main" },
    ]);
  });

  test("of a person's repository has a tilde", () => {
    const page = parsePage("", "https://code.example/users/me/repos/r/browse");
    expect(bitbucketServer.readRepository(page)).toBe("code.example/~me/r");
  });

  test("is read where its header leads to the folders it is in", () => {
    const html = bitbucketServerPage.replace(
      '<div class="file-toolbar">',
      '<div class="file-toolbar"><div class="breadcrumbs"><a href="/scm/projects/P/repos/r/browse/dir">dir</a></div>',
    );
    expect(read(html, `${base}/browse/dir/a.ts`)).toEqual([blob]);
  });

  test("is not read while the page shows another file than its address", () => {
    expect(read(bitbucketServerPage, `${base}/browse/dir/b.ts`)).toEqual([undefined]);
  });
});

describe("A diff", () => {
  const file = (at: string) =>
    `<div class="change-view"><div class="change-header"><div class="breadcrumbs"><span>dir</span><span class="sep">/</span><span class="stub">a.ts</span></div><div class="diff-actions"></div></div><a class="source-view-link" href="/scm/projects/P/repos/r/browse/dir/a.ts?at=${at}">View</a></div>`;

  test("of a pull request has its path and head", () => {
    expect(read(file(commit), `${base}/pull-requests/1/diff#dir/a.ts`)).toEqual([
      {
        kind: "diff",
        repository: "code.example/P/r",
        path: "dir/a.ts",
        head: { revision: commit, path: "dir/a.ts" },
      },
    ]);
  });

  test("of a commit has its parent as base", () => {
    const html = `<div class="commit-parents"><a data-commitid="${parent}">p</a></div>${file(commit)}`;
    expect(read(html, `${base}/commits/${commit}`)).toMatchObject([
      { base: { revision: parent }, head: { revision: commit } },
    ]);
  });

  test("without links takes its path from the breadcrumbs", () => {
    const html = file(commit).replace(/<a .*<\/a>/u, "");
    expect(read(html, `${base}/pull-requests/1/diff`)).toMatchObject([{ path: "dir/a.ts" }]);
  });
});
