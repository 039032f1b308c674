import { describe, expect, test } from "vitest";
import { commit, parent } from "../testing/gitHubPages.ts";
import {
  gitHubChanges,
  gitHubChangesPage,
  gitHubDiffTables,
  gitHubFilePage,
  gitHubNavigation,
} from "../testing/gitHubReactPages.ts";
import { parsePage } from "../testing/parsePage.ts";
import { gitHub } from "./gitHub.ts";

const fileAddress = "https://github.com/a/b/blob/feat/x/dir/a.ts";
const changesAddress = "https://github.com/a/b/pull/7/changes";
const open = (html: string, address: string) => {
  const page = parsePage(html, address);
  const [view, ...others] = gitHub.findCodeViews(page.document);
  expect(others).toEqual([]);
  return { page, view: view!, facts: view && gitHub.readFileFacts(page, view) };
};

describe("The data of a file's page", () => {
  const refInfo = { name: "feat/x", currentOid: commit };
  const path = "dir/a.ts";
  const found = { kind: "blob", repository: "github.com/a/b", path, revision: "feat/x", commit };

  test.each([
    ["beside one another", { path, refInfo }],
    ["in one route", { codeViewLayoutRoute: { path, refInfo, repo: { name: "b" } } }],
    ["in two routes", { codeViewLayoutRoute: { path }, codeViewBlobLayoutRoute: { refInfo } }],
    ["without the path", { codeViewBlobRoute: { refInfo } }],
  ])("are read with revision and path %s", (_, payload) => {
    expect(open(gitHubFilePage(payload), fileAddress).facts).toEqual(found);
  });

  test("of another file, which React has left there, are not believed", () => {
    const payload = { path: "dir/other.ts", refInfo: { name: "other", currentOid: parent } };
    const { facts } = open(gitHubFilePage(payload), fileAddress);
    expect(facts === undefined || !("commit" in facts)).toBe(true);
  });

  test("of a branch whose name the next one only begins with are not, either", () => {
    const branch = { name: "feat", currentOid: commit };
    const payload = { layout: { path: "other.ts" }, blob: { refInfo: branch } };
    const { facts } = open(gitHubFilePage(payload), fileAddress);
    expect(facts?.path).not.toBe("x/dir/a.ts");
  });

  test.each(['<button data-testid="blob-actions-menu">…</button>', "<button>More</button>"])(
    "the toolbar has a place where there is no room for the raw file's button: %s",
    (buttons) => {
      const { view, facts } = open(gitHubFilePage({ path, refInfo }, buttons), fileAddress);
      expect(facts).toEqual(found);
      const mount = gitHub.getToolbarMount(view);
      expect(view.contains(mount)).toBe(true);
      expect(gitHub.getToolbarMount(view)).toBe(mount);
    },
  );
});

describe("One file of a pull request", () => {
  const sides = {
    base: { revision: parent, path: "dir/old.ts" },
    head: { revision: commit, path: "dir/a.ts" },
  };

  test.each(Object.entries(gitHubDiffTables))(
    "is read in a %s diff, by the name it had before, and so are its lines",
    (_, table) => {
      const { view, facts } = open(gitHubChangesPage(table, gitHubChanges), changesAddress);
      expect(facts).toEqual({
        kind: "diff",
        repository: "github.com/a/b",
        path: "dir/a.ts",
        ...sides,
      });
      const lines = [...view.querySelectorAll(".diff-text-inner")].map((element) => {
        const line = gitHub.findLine(view, element);
        return [line?.side, line?.line];
      });
      expect(lines).toEqual([
        ["base", 4],
        ["head", 5],
      ]);
    },
  );

  test("has its toolbar before the button that marks it as viewed, once", () => {
    const { view } = open(gitHubChangesPage(gitHubDiffTables.split, gitHubChanges), changesAddress);
    const mount = gitHub.getToolbarMount(view)!;
    expect(mount.parentElement!.matches(".flex-justify-end")).toBe(true);
    expect(mount.nextElementSibling!.textContent).toBe("+1");
    expect(gitHub.getToolbarMount(view)).toBe(mount);
  });

  test.each([
    ["<div><h3><code>\u200edir/a.ts\u200e</code></h3></div>"],
    ["<div><span>a.ts</span></div>"],
  ])("is known by what is left of its header: %s", (header) => {
    const html = gitHubChangesPage(gitHubDiffTables.split, {}, header).replace(
      ' role="region"',
      "",
    );
    expect(open(html, changesAddress).facts).toEqual({
      kind: "diff",
      repository: "github.com/a/b",
      path: "dir/a.ts",
    });
  });

  test("is none before its lines have come", () => {
    const { view } = open(gitHubChangesPage("", gitHubChanges), changesAddress);
    expect(view).toBeUndefined();
  });
});

test.each([
  [
    "by the commits that its diff is between",
    { commit: { oid: commit, sha1: parent, sha2: commit } },
  ],
  ["by its parents", { commitRoute: { commit: { oid: commit, parents: [parent] } } }],
])("The sides of a commit are read %s", (_, payload) => {
  const html = gitHubChangesPage(gitHubDiffTables.unified, payload);
  expect(open(html, `https://github.com/a/b/commit/${commit}`).facts).toMatchObject({
    base: { revision: parent },
    head: { revision: commit },
  });
  expect(open(html, `https://github.com/a/b/commit/${commit.slice(0, 9)}`).facts).toMatchObject({
    base: { revision: parent },
    head: { revision: commit },
  });
  expect(open(html, `https://github.com/a/b/commit/${"0".repeat(40)}`).facts).toMatchObject({
    head: { revision: "0".repeat(40) },
  });
});

describe("The navigation at the top", () => {
  test("is left alone until React has taken it over", () => {
    const { document } = parsePage(gitHubNavigation, "https://github.com/a/b");
    expect(gitHub.getPaletteMount(document)).toBeNull();
    expect(gitHub.isSettling!(document)).toBe(true);
    document.querySelector("react-partial")!.classList.add("loaded");
    expect(gitHub.isSettling!(document)).toBe(false);
    const mount = gitHub.getPaletteMount(document)!;
    expect(mount.parentElement!.getAttribute("data-testid")).toBe("top-nav-right");
    expect(gitHub.getPaletteMount(document)).toBe(mount);
  });

  test("says by its lock that a repository is private", () => {
    const page = parsePage(gitHubNavigation, "https://github.com/a/b");
    expect(gitHub.readVisibility!(page)).toBe("private");
    const other = parsePage(gitHubNavigation, "https://github.com/a/c");
    expect(gitHub.readVisibility!(other)).toBeUndefined();
  });
});
