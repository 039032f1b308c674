import { describe, expect, test } from "vitest";
import {
  commit,
  gitHubBlobPage,
  gitHubDiffFile,
  gitHubPullRequestPage,
  gitHubReactDiffPage,
  gitHubReactPage,
  parent,
} from "../testing/gitHubPages.ts";
import { parsePage } from "../testing/parsePage.ts";
import { gitHub } from "./gitHub.ts";

const read = (html: string, address: string) => {
  const page = parsePage(html, address);
  return gitHub.findCodeViews(page.document).map((view) => gitHub.readFileFacts(page, view));
};
const blob = (revision: string) => ({
  kind: "blob",
  repository: "github.com/a/b",
  path: "dir/a.ts",
  revision,
  commit,
});

describe.each([
  ["classic", gitHubBlobPage],
  ["React", gitHubReactPage],
])("A file on a %s page", (_, html) => {
  test("is read with a branch that has slashes", () => {
    expect(read(html, "https://github.com/a/b/blob/feat/x/dir/a.ts")).toEqual([blob("feat/x")]);
  });

  test("is read at a commit", () => {
    const address = `https://github.com/a/b/blob/${commit}/dir/a.ts`;
    const atCommit = html.replace(/\/raw\/(?:refs\/heads\/)?feat\/x/u, `/raw/${commit}`);
    expect(read(atCommit, address)).toEqual([blob(commit)]);
  });

  test("is not read while the page still shows another file than its address", () => {
    expect(read(html, "https://github.com/a/b/blob/feat/x/dir/other.ts")).toEqual([undefined]);
    expect(read(html, "https://github.com/a/other/blob/feat/x/dir/a.ts")).toEqual([undefined]);
    expect(read(html, "https://github.com/settings/profile")).toEqual([undefined]);
  });

  test("has one toolbar, before the button for the raw file", () => {
    const { document } = parsePage(html, "https://github.com/");
    const [view] = gitHub.findCodeViews(document);
    const mount = gitHub.getToolbarMount(view!);
    expect(gitHub.getToolbarMount(view!)).toBe(mount);
    expect(mount!.nextElementSibling!.textContent).toBe("Raw");
    expect(gitHub.getPaletteMount(document)).toBe(gitHub.getPaletteMount(document));
    expect(gitHub.getPaletteMount(document)).not.toBeNull();
  });
});

test("A file at the root of the repository needs no evidence for its path", () => {
  const html =
    '<div class="file"><table class="js-file-line-container"></table><a id="raw-url" href="/a/b/raw/main/a.ts"></a></div>';
  const [facts] = read(html, "https://github.com/a/b/blob/main/a.ts");
  expect(facts).toMatchObject({ revision: "main", path: "a.ts" });
  expect(facts).not.toHaveProperty("commit");
});

describe("A pull request", () => {
  const address = "https://github.com/a/b/pull/1/files";
  const html = gitHubPullRequestPage(
    gitHubDiffFile("dir/a.ts"),
    gitHubDiffFile("dir/new.ts", "dir/old.ts → dir/new.ts"),
    '<div class="file"><div class="js-diff-load-container">Load diff</div><table></table></div>',
  );

  test("has a code view for each file that has loaded, with both sides", () => {
    expect(read(html, address)).toEqual([
      {
        kind: "diff",
        repository: "github.com/a/b",
        path: "dir/a.ts",
        base: { revision: parent, path: "dir/a.ts" },
        head: { revision: commit, path: "dir/a.ts" },
      },
      {
        kind: "diff",
        repository: "github.com/a/b",
        path: "dir/new.ts",
        base: { revision: parent, path: "dir/old.ts" },
        head: { revision: commit, path: "dir/new.ts" },
      },
    ]);
  });

  test("is read where React renders it", () => {
    expect(read(gitHubReactDiffPage, "https://github.com/a/b/pull/1/changes")).toEqual([
      {
        kind: "diff",
        repository: "github.com/a/b",
        path: "dir/a.ts",
        base: { revision: parent, path: "dir/a.ts" },
        head: { revision: commit, path: "dir/a.ts" },
      },
    ]);
  });

  test("has a toolbar in each file, after the switch for comments", () => {
    const { document } = parsePage(html, address);
    const mounts = gitHub.findCodeViews(document).map(gitHub.getToolbarMount);
    expect(new Set(mounts).size).toBe(2);
    expect(mounts[0]!.previousElementSibling!.className).toBe("show-file-notes");
  });
});

describe("What a page says is data", () => {
  test.each(["../../etc/passwd", "a//b", "a/./b", "/a", "a/"])(
    "a path that no repository has is none: %j",
    (path) => {
      const file = gitHubDiffFile("x.ts").replaceAll("x.ts", path);
      const [facts] = read(gitHubPullRequestPage(file), "https://github.com/a/b/pull/1/files");
      expect(facts).toBeUndefined();
    },
  );

  test("markup in a path stays text", () => {
    const path = "&quot;&gt;&lt;img src=x onerror=alert(1)&gt;";
    const html = gitHubPullRequestPage(gitHubDiffFile("x.ts").replaceAll("x.ts", path));
    const [facts] = read(html, "https://github.com/a/b/pull/1/files");
    expect(facts!.path).toBe('"><img src=x onerror=alert(1)>');
  });

  test("embedded data that is no JSON, or of another shape, is nothing", () => {
    for (const data of ["{", "[]", "null", '{"payload":{"path":1,"refInfo":[]}}']) {
      const html = gitHubReactPage.replace(/\{.*\}/u, data);
      expect(read(html, "https://github.com/a/b/blob/feat/x/dir/a.ts")).toEqual([undefined]);
    }
  });

  test("an address that cannot be decoded is of no repository", () => {
    const page = parsePage(gitHubBlobPage, "https://github.com/a/%E0%A4%A");
    expect(gitHub.readRepository(page)).toBeUndefined();
  });
});

test("A mount that was copied with the page is taken over, empty", () => {
  const { document } = parsePage(gitHubBlobPage, "https://github.com/");
  const [view] = gitHub.findCodeViews(document);
  gitHub.getToolbarMount(view!)!.textContent = "old";
  const copy = view!.cloneNode(true) as HTMLElement;
  view!.replaceWith(copy);
  const mount = gitHub.getToolbarMount(copy)!;
  expect(mount.textContent).toBe("");
  mount.textContent = "new";
  expect(gitHub.getToolbarMount(copy)!.textContent).toBe("new");
});

test("The search field has one mount at the top of its suggestions, classic and new", () => {
  const classic =
    '<input class="header-search-input"><ul id="jump-to-results"><li>In this repository</li></ul>';
  const present = '<input id="query-builder-test"><ul id="query-builder-test-results"></ul>';
  for (const html of [classic, present]) {
    const { document } = parsePage(html, "https://github.com/");
    const search = gitHub.getSearch!(document)!;
    expect(gitHub.getSearch!(document)!.mount).toBe(search.mount);
    expect(search.mount.parentElement!.firstElementChild).toBe(search.mount);
    expect(search.input.tagName).toBe("INPUT");
  }
  expect(gitHub.getSearch!(parsePage("<input>", "https://github.com/").document)).toBeNull();
});

describe("Who may see a repository", () => {
  const marks = (isPublic: string, name = "a/b") =>
    `<meta name="octolytics-dimension-repository_nwo" content="${name}"><meta name="octolytics-dimension-repository_public" content="${isPublic}">`;
  const data = (isPrivate: unknown, name = "b") =>
    `<script type="application/json" data-target="react-app.embeddedData">${JSON.stringify({
      payload: { layoutRoute: { repo: { name, ownerLogin: "a", private: isPrivate } } },
    })}</script>`;

  test.each([
    [marks("true"), "public"],
    [marks("false"), "private"],
    [data(false), "public"],
    [data(true), "private"],
    [marks("false") + data(true), "private"],
    ["", undefined],
    [marks("true") + data(true), undefined],
    [marks("true", "a/other"), undefined],
    [marks("perhaps"), undefined],
    [data(false, "other"), undefined],
    [data("no"), undefined],
    [marks("false") + data(false, "other"), "private"],
  ])("is what the page says of this repository, where all of it agrees: %s", (head, expected) => {
    const page = parsePage(`<head>${head}</head>`, "https://github.com/a/b/blob/main/c");
    expect(gitHub.readVisibility?.(page)).toBe(expected);
  });

  test("is not known of what is no repository", () => {
    const page = parsePage(marks("true"), "https://github.com/settings");
    expect(gitHub.readVisibility?.(page)).toBeUndefined();
  });
});
