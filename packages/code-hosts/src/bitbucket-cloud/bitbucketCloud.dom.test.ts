import { describe, expect, test } from "vitest";
import { bitbucketCloudPage } from "../testing/bitbucketCloudPage.ts";
import { commit } from "../testing/gitHubPages.ts";
import { parsePage } from "../testing/parsePage.ts";
import { bitbucketCloud } from "./bitbucketCloud.ts";

const read = (html: string, address: string) => {
  const page = parsePage(html, address);
  return bitbucketCloud
    .findCodeViews(page.document)
    .map((view) => bitbucketCloud.readFileFacts(page, view));
};
const blob = { kind: "blob", repository: "bitbucket.org/w/r", path: "dir/a.ts" };

test("A file is read at a branch, an encoded branch, and a commit", () => {
  const at = (revision: string) =>
    read(bitbucketCloudPage, `https://bitbucket.org/w/r/src/${revision}/dir/a.ts`);
  expect(at("main")).toEqual([{ ...blob, revision: "main" }]);
  expect(at("feat%2Fx")).toEqual([{ ...blob, revision: "feat/x" }]);
  expect(at(commit)).toEqual([{ ...blob, revision: commit, commit }]);
});

test("A file is not read while the page shows another than its address", () => {
  expect(read(bitbucketCloudPage, "https://bitbucket.org/w/r/src/main/dir/b.ts")).toEqual([
    undefined,
  ]);
});

test("A commit's files are read with their head", () => {
  const html =
    '<section class="bb-udiff" data-path="dir/a.ts"><div class="diff-actions"></div></section>';
  expect(read(html, `https://bitbucket.org/w/r/commits/${commit}`)).toEqual([
    {
      kind: "diff",
      repository: "bitbucket.org/w/r",
      path: "dir/a.ts",
      head: { revision: commit, path: "dir/a.ts" },
    },
  ]);
});

test("Mounts are made once", () => {
  const { document } = parsePage(bitbucketCloudPage, "https://bitbucket.org/");
  const [view] = bitbucketCloud.findCodeViews(document);
  const get = () => [
    bitbucketCloud.getToolbarMount(view!),
    bitbucketCloud.getRepositoryMount(document),
    bitbucketCloud.getPaletteMount(document),
  ];
  const mounts = get();
  expect(mounts).not.toContain(null);
  expect(get()).toEqual(mounts);
});

const article = (attributes: string, header: string) =>
  `<article ${attributes}><div><div ${header}><h2 data-qa="bk-filepath">dir/<b>a.ts</b></h2><div data-qa="bk-file__actions"><button>Viewed</button></div></div></div><div class="lines-wrapper"></div></article>`;

test.each([
  ['aria-label="Diff of file dir/a.ts" data-qa="pr-diff-file-styles"', 'data-qa="bk-file__header"'],
  ['data-qa="branch-diff-file"', 'data-qa="bk-file__header"'],
  ['aria-label="Diff of file dir/a.ts"', 'data-testid="file-header"'],
])("A file of a pull request is known by any of its marks: %s", (attributes, header) => {
  const page = parsePage(article(attributes, header), "https://bitbucket.org/w/r/pull-requests/7");
  const [view, ...others] = bitbucketCloud.findCodeViews(page.document);
  expect(others).toEqual([]);
  expect(bitbucketCloud.readFileFacts(page, view!)).toEqual({
    kind: "diff",
    repository: "bitbucket.org/w/r",
    path: "dir/a.ts",
  });
  const mount = bitbucketCloud.getToolbarMount(view!)!;
  expect(mount.parentElement!.getAttribute("data-qa")).toBe("bk-file__actions");
  expect(bitbucketCloud.getToolbarMount(view!)).toBe(mount);
});

test("The sides of a pull request are read where the page carries them as data", () => {
  const side = (hash: string) => ({ branch: { name: "x" }, commit: { hash } });
  const data = (source: unknown, destination: unknown) =>
    `<script type="application/json">${JSON.stringify({ pullRequest: { source, destination } })}</script>`;
  const html = (script: string) =>
    script + article('aria-label="Diff of file dir/a.ts"', 'data-testid="file-header"');
  const address = "https://bitbucket.org/w/r/pull-requests/7/diff";
  expect(read(html(data(side(commit), side(commit.slice(0, 12)))), address)).toMatchObject([
    { base: { revision: commit.slice(0, 12) }, head: { revision: commit } },
  ]);
  for (const script of [
    data(side("main"), side(commit)),
    data(7, null),
    "<script type='application/json'>{</script>",
  ])
    expect(read(html(script), address)).toEqual([
      { kind: "diff", repository: "bitbucket.org/w/r", path: "dir/a.ts" },
    ]);
});

test("A file of a commit on present pages has its path, its head and a toolbar after its name", () => {
  const html =
    '<div data-qa="commit-file"><div class="head"><h3 data-qa="commit-file-name"><span>dir</span> <span>/</span> <span>a.ts</span></h3></div><div class="lines-wrapper"></div></div>';
  const page = parsePage(html, `https://bitbucket.org/w/r/commits/${commit}`);
  const [view, ...others] = bitbucketCloud.findCodeViews(page.document);
  expect(others).toEqual([]);
  expect(bitbucketCloud.readFileFacts(page, view!)).toMatchObject({
    path: "dir/a.ts",
    head: { revision: commit },
  });
  const mount = bitbucketCloud.getToolbarMount(view!)!;
  expect(mount.parentElement!.className).toBe("head");
  expect(bitbucketCloud.getToolbarMount(view!)).toBe(mount);
});

describe("The title of a file that was renamed", () => {
  const arrow = '<span role="img" aria-label="arrow"><svg></svg></span>';
  const segment = (text: string) => `<span data-qa="bk-filepath__padded-segment">${text}</span>`;
  const braced = `${segment("dir")}${segment("/")}${segment("{")}<b>${segment("old.ts")}</b>${arrow}<b>${segment("new.ts")}</b>${segment("}")}`;
  const sides = { source: { commit: { hash: commit } }, destination: { commit: { hash: commit } } };
  const open = (title: string, attributes = "") =>
    read(
      `<script type="application/json">${JSON.stringify(sides)}</script><article data-qa="branch-diff-file" ${attributes}><h2 data-qa="bk-filepath">${title}</h2></article>`,
      "https://bitbucket.org/w/r/pull-requests/7/diff",
    );

  test.each([
    [braced, "dir/old.ts", "dir/new.ts"],
    [`a${segment("{")}b${arrow}c${segment("}")}${segment("/x.ts")}`, "ab/x.ts", "ac/x.ts"],
    [`dir/{${arrow}sub}/x.ts`, "dir/x.ts", "dir/sub/x.ts"],
    [`a{${arrow}b}/x.ts`, "a/x.ts", "ab/x.ts"],
    [`{dir${arrow}}/x.ts`, "dir/x.ts", "x.ts"],
    [`old.ts${arrow}dir/new.ts`, "old.ts", "dir/new.ts"],
  ])("says both paths: %#", (title, before, path) => {
    expect(open(title)).toMatchObject([{ path, base: { path: before }, head: { path } }]);
  });

  test("says the path before only if it agrees with the label", () => {
    const labelled = open(braced, 'aria-label="Diff of file dir/new.ts"');
    expect(labelled).toMatchObject([{ path: "dir/new.ts", base: { path: "dir/old.ts" } }]);
    const [other] = open(braced, 'aria-label="Diff of file dir/other.ts"');
    expect(other).toMatchObject({ path: "dir/other.ts" });
    expect(other).not.toHaveProperty("base");
  });

  test("is not believed where folders are left out of it", () => {
    expect(open("dir/…/a.ts")).toEqual([undefined]);
    expect(open(`dir/.../old.ts${arrow}dir/.../new.ts`)).toEqual([undefined]);
    expect(open("dir/…/a.ts", 'data-path="dir/b/a.ts"')).toMatchObject([{ path: "dir/b/a.ts" }]);
  });
});
