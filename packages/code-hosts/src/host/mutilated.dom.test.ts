import { describe, expect, test } from "vitest";
import { mountAttribute } from "../dom/ensureMount.ts";
import { bitbucketCloudPage } from "../testing/bitbucketCloudPage.ts";
import { bitbucketServerPage } from "../testing/bitbucketServerPage.ts";
import { commit, gitHubBlobPage, gitHubReactDiffPage } from "../testing/gitHubPages.ts";
import {
  gitHubChanges,
  gitHubChangesPage,
  gitHubDiffTables,
  gitHubFilePage,
} from "../testing/gitHubReactPages.ts";
import { gitLabPage } from "../testing/gitLabPage.ts";
import { parsePage } from "../testing/parsePage.ts";
import { phabricatorPage } from "../testing/phabricatorPage.ts";
import type { CodeHostPage } from "./CodeHostPage.ts";
import { codeHosts } from "./codeHosts.ts";

const refInfo = { name: "feat/x", currentOid: commit };
const pages: Readonly<Record<string, readonly [html: string, address: string]>> = {
  "GitHub, classic": [gitHubBlobPage, "https://github.com/a/b/blob/feat/x/dir/a.ts"],
  "GitHub, a file in React": [
    gitHubFilePage({ path: "dir/a.ts", refInfo }),
    "https://github.com/a/b/blob/feat/x/dir/a.ts",
  ],
  "GitHub, a review in React": [
    gitHubChangesPage(gitHubDiffTables.split, gitHubChanges),
    "https://github.com/a/b/pull/7/changes",
  ],
  "GitHub, its first review in React": [gitHubReactDiffPage, "https://github.com/a/b/pull/7/files"],
  GitLab: [gitLabPage, "https://code.example/g/s/c/-/blob/feat/x/dir/a.ts"],
  "Bitbucket Server": [
    bitbucketServerPage,
    "https://code.example/scm/projects/P/repos/r/browse/dir/a.ts",
  ],
  "Bitbucket Cloud": [bitbucketCloudPage, "https://bitbucket.org/w/r/src/main/dir/a.ts"],
  Phabricator: [phabricatorPage, "https://code.example/source/r/browse/feat%252Fx/dir/a.ts"],
};

/** Reads everything of a page with every adapter, and mounts everything that they find a place for. */
function exercise(page: CodeHostPage): void {
  for (const host of codeHosts) {
    host.recognizes(page);
    host.readRepository(page);
    host.readVisibility?.(page);
    host.isSettling?.(page.document);
    host.getSearch?.(page.document);
    host.getRepositoryMount(page.document);
    host.getPaletteMount(page.document);
    for (const view of host.findCodeViews(page.document)) {
      host.readFileFacts(page, view);
      const mount = host.getToolbarMount(view);
      expect(mount === null || view.contains(mount)).toBe(true);
      expect(host.getToolbarMount(view)).toBe(mount);
      for (const element of view.querySelectorAll("*")) host.findLine(view, element);
    }
  }
}

describe.each(Object.entries(pages))("A page of %s", (_, [html, address]) => {
  const count = parsePage(html, address).document.querySelectorAll("*").length;
  const each = Array.from({ length: count }, (_none, index) => index);

  test("that lacks any one of its elements is read without trouble", () => {
    for (const index of each) {
      const page = parsePage(html, address);
      page.document.querySelectorAll("*").item(index)?.remove();
      expect(() => exercise(page)).not.toThrow();
    }
  });

  test("whose elements have lost any one attribute, or hold nonsense in it, is too", () => {
    for (const index of each) {
      const names = parsePage(html, address)
        .document.querySelectorAll("*")
        .item(index)
        .getAttributeNames();
      for (const name of names) {
        for (const value of [undefined, "", "%E0%A4%A", '"]*{', "\u0000../..//"]) {
          const page = parsePage(html, address);
          const element = page.document.querySelectorAll("*").item(index);
          if (value === undefined) element.removeAttribute(name);
          else element.setAttribute(name, value);
          expect(() => exercise(page)).not.toThrow();
        }
      }
    }
  });

  test("has one place of each kind at most, however often it is looked at", () => {
    const page = parsePage(html, address);
    exercise(page);
    const before = page.document.querySelectorAll(`[${mountAttribute}]`).length;
    exercise(page);
    expect(page.document.querySelectorAll(`[${mountAttribute}]`)).toHaveLength(before);
  });
});
