import { describe, expect, test } from "vitest";
import { commit, parent } from "../testing/gitHubPages.ts";
import { parsePage } from "../testing/parsePage.ts";
import { bitbucketServer } from "./bitbucketServer.ts";

const base = "https://code.example/projects/P/repos/r";
const readAll = (html: string, address: string) => {
  const page = parsePage(html, address);
  return bitbucketServer
    .findCodeViews(page.document)
    .map((view) => bitbucketServer.readFileFacts(page, view));
};
const crumbs =
  '<div class="breadcrumbs">\n <span class="file-path"><span>dir</span></span\n ><span class="sep">/</span><span class="stub">a.ts</span>\n </div>';
const file = (header = "", link = "") =>
  `<div class="file-content"><div class="file-toolbar"><div class="secondary">${link}</div><div class="primary">${crumbs}${header}</div></div><div class="content-view diff-view"></div></div>`;
const lozenge = (kind: string, tooltip: string) => {
  const mark = document.createElement("span");
  mark.className = `aui-lozenge change-type-lozenge change-type-${kind}`;
  mark.setAttribute("original-title", tooltip);
  return mark.outerHTML;
};
const ofCommit = (header: string) =>
  readAll(
    `<div class="commit-parents"><a class="commitid" data-commitid="${parent}">p</a></div>${file(header)}`,
    `${base}/commits/${commit}`,
  );

describe("A file of a commit that had another path before", () => {
  test.each([
    ["renamed", "RENAME", "Renamed from 'old.ts'", "dir/old.ts"],
    ["moved", "MOVE", 'other/a.ts &rarr;<br><span class="added">dir</span>/a.ts', "other/a.ts"],
    ["copied", "COPY", "other/a.ts →<br>dir/a.ts", "other/a.ts"],
  ])("has it on its older side: %s", (_, kind, tooltip, path) => {
    expect(ofCommit(lozenge(kind, tooltip))).toEqual([
      {
        kind: "diff",
        repository: "code.example/P/r",
        path: "dir/a.ts",
        base: { revision: parent, path },
        head: { revision: commit, path: "dir/a.ts" },
      },
    ]);
  });

  test.each([
    ["RENAME", ""],
    ["RENAME", "Renamed"],
    ["RENAME", "Renamed from '../x'"],
    ["MOVE", "other/a.ts → another.ts"],
    ["MOVE", "moved"],
    ["COPY", ""],
  ])("has no older side where the page does not say it: %s %j", (kind, tooltip) => {
    const [facts] = ofCommit(lozenge(kind, tooltip));
    expect(facts).toMatchObject({ path: "dir/a.ts", head: { path: "dir/a.ts" } });
    expect(facts).not.toHaveProperty("base");
  });

  test("is none if it was modified or removed", () => {
    for (const kind of ["MODIFY", "DELETE"])
      expect(ofCommit(lozenge(kind, ""))).toMatchObject([{ base: { path: "dir/a.ts" } }]);
  });
});

describe("A change in the history of a file", () => {
  const modes = `<a class="mode-source" href="/projects/P/repos/r/browse/dir/a.ts?at=main&amp;until=${commit}">Source</a><a class="mode-diff" href="/projects/P/repos/r/diff/dir/a.ts?since=${parent}&amp;until=${commit}">Diff</a>`;
  const sides = [{ path: "dir/a.ts", base: { revision: parent }, head: { revision: commit } }];

  test("is between the commits that the address names, or the button that leads to it", () => {
    const address = `${base}/diff/dir/a.ts`;
    expect(readAll(file("", modes), address)).toMatchObject(sides);
    expect(readAll(file(), `${address}?since=${parent}&until=${commit}`)).toMatchObject(sides);
  });

  test("of another file is not believed", () => {
    const [facts] = readAll(file("", modes), `${base}/diff/dir/b.ts`);
    expect(facts).not.toHaveProperty("base");
  });
});

test("A commit that is shown in a pull request is its head, with its parent", () => {
  const html = `<div class="commit-parents"><a data-commitid="${parent}">p</a></div>${file()}`;
  expect(readAll(html, `${base}/pull-requests/7/commits/${commit}#dir/a.ts`)).toMatchObject([
    { base: { revision: parent }, head: { revision: commit } },
  ]);
});

test("A comparison has the head that was chosen", () => {
  const html = `<div id="branch-compare"><div class="source-selector"><a class="commitid" data-commitid="${commit}">s</a></div></div>${file()}`;
  const [facts] = readAll(html, `${base}/compare/diff`);
  expect(facts).toMatchObject({ head: { revision: commit } });
  expect(facts).not.toHaveProperty("base");
});
