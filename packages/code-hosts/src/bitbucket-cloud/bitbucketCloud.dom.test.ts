import { expect, test } from "vitest";
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
