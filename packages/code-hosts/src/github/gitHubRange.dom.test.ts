import { describe, expect, test } from "vitest";
import { commit, gitHubDiffFile, gitHubPullRequestPage, parent } from "../testing/gitHubPages.ts";
import { gitHubChanges, gitHubChangesPage, gitHubDiffTables } from "../testing/gitHubReactPages.ts";
import { parsePage } from "../testing/parsePage.ts";
import { gitHub } from "./gitHub.ts";

const older = "a".repeat(40);
const newer = "b".repeat(40);
const classic = gitHubPullRequestPage(gitHubDiffFile("dir/a.ts"));
const react = gitHubChangesPage(gitHubDiffTables.unified, gitHubChanges);

function sidesOf(html: string, path: string) {
  const page = parsePage(html, `https://github.com/a/b/pull/7/${path}`);
  const [view] = gitHub.findCodeViews(page.document);
  const facts = gitHub.readFileFacts(page, view!);
  if (facts?.kind !== "diff") return undefined;
  return { base: facts.base?.revision, head: facts.head?.revision };
}

describe.each([
  ["classic", classic, "files"],
  ["React", react, "changes"],
])("A part of a pull request on a %s page", (_, html, tab) => {
  test("has the sides that its address names, whatever the page says of all of it", () => {
    expect(sidesOf(html, `${tab}/${older}..${newer}`)).toEqual({ base: older, head: newer });
    expect(sidesOf(html, `${tab}/${newer}`)).toEqual({ base: undefined, head: newer });
    expect(sidesOf(html, `${tab}/BASE..${newer}`)).toEqual({ base: undefined, head: newer });
  });

  test("that is all of it has the sides that the page says", () => {
    const all = { base: parent, head: commit };
    expect(sidesOf(html, tab)).toEqual(all);
    expect(sidesOf(html, `${tab}/${parent}..${commit}`)).toEqual(all);
    expect(sidesOf(html, `${tab}/BASE..${commit.slice(0, 10)}`)).toEqual(all);
  });
});

test("One commit of a pull request has its parent as base only where the page says it of this commit", () => {
  expect(sidesOf(classic, `commits/${commit}`)).toEqual({ base: parent, head: commit });
  expect(sidesOf(react, `changes/${commit}`)).toEqual({ base: undefined, head: commit });
});

describe("A file of a page that names no commits", () => {
  const view = (path: string) =>
    gitHubDiffFile("dir/a.ts").replace(
      "<button>View</button>",
      `<a href="/a/b/blob/${commit}/${path}">View</a>`,
    );
  const kept = view("dir/a.ts").replace('"blob-code"', '"blob-code blob-code-context"');

  test("has the head that its header leads to", () => {
    expect(sidesOf(kept, "files")).toEqual({ base: undefined, head: commit });
  });

  test("has none if it was removed, for the link then leads to the older commit", () => {
    const removed = view("dir/a.ts").replace('"blob-code"', '"blob-code blob-code-deletion"');
    expect(sidesOf(removed, "files")).toEqual({ base: undefined, head: undefined });
  });

  test("has none where the link names a branch", () => {
    const html = kept.replace(commit, "main");
    expect(sidesOf(html, "files")).toEqual({ base: undefined, head: undefined });
  });
});
