import { expect, test } from "vitest";
import { commit, parent } from "../testing/gitHubPages.ts";
import { parsePage } from "../testing/parsePage.ts";
import { phabricatorPage } from "../testing/phabricatorPage.ts";
import { phabricator } from "./phabricator.ts";

const read = (html: string, address: string) => {
  const page = parsePage(html, address);
  return phabricator
    .findCodeViews(page.document)
    .map((view) => phabricator.readFileFacts(page, view));
};
const file = `<div class="differential-changeset" data-sigil="differential-changeset"><div class="differential-changeset-buttons"></div><h1 class="differential-file-icon-header"><span></span>dir/a.ts</h1></div>`;
const crumbs =
  '<div class="phui-crumbs-view"><a href="/diffusion/">Diffusion</a><a href="/source/r/">r</a></div>';

test("A file is read with a branch that has slashes and the commit it stands at", () => {
  const blob = {
    kind: "blob",
    repository: "code.example/source/r",
    path: "dir/a.ts",
    revision: "feat/x",
    commit,
  };
  const address = "https://code.example/source/r/browse/feat%252Fx/dir/a.ts";
  expect(read(phabricatorPage, address)).toEqual([blob]);
  expect(read(phabricatorPage, `${address};${commit}$5-7`)).toEqual([blob]);
});

test("A file is not read while the page shows another than its address", () => {
  const address = "https://code.example/source/r/browse/main/dir/b.ts";
  expect(read(phabricatorPage, address)).toEqual([undefined]);
});

test("A revision's files are read with the repository of the crumbs, without sides", () => {
  expect(read(crumbs + file, "https://code.example/D12")).toEqual([
    { kind: "diff", repository: "code.example/source/r", path: "dir/a.ts" },
  ]);
  expect(read(file, "https://code.example/D12")).toEqual([undefined]);
});

test("What people have written leads to other repositories and commits, and is not believed", () => {
  const other = "a".repeat(40);
  const text = `<div class="phui-property-list-section"><div class="phui-property-list-text-content"><div class="phabricator-remarkup">Like <a href="/source/other/">other</a>, reverts <a href="/rR${other}">that</a></div></div></div>`;
  const properties = `<div class="phui-property-list-section"><dl><dd><a href="/source/r/">r</a></dd><dd><a href="/rR${parent}">p</a></dd></dl></div>`;
  expect(read(text + properties + file, "https://code.example/D12")).toMatchObject([
    { repository: "code.example/source/r" },
  ]);
  expect(read(text + properties + file, `https://code.example/rR${commit}`)).toMatchObject([
    { repository: "code.example/source/r", base: { revision: parent } },
  ]);
});

test("A commit's files are read with its parent", () => {
  const properties = `<div class="phui-property-list-section"><a href="/rR${parent}">parent</a></div>`;
  expect(read(crumbs + properties + file, `https://code.example/rR${commit}`)).toMatchObject([
    { base: { revision: parent }, head: { revision: commit } },
  ]);
});

test("A file of a commit that was moved has its former path on the older side", () => {
  const properties = `<div class="phui-property-list-section"><a href="/rR${parent}">parent</a></div>`;
  const moved = file.replace(
    "</h1>",
    '</h1><table><tr><td class="differential-meta-notice">This file was moved from <a>old/b.ts</a>.</td></tr></table>',
  );
  expect(read(crumbs + properties + moved, `https://code.example/rR${commit}`)).toMatchObject([
    { path: "dir/a.ts", base: { path: "old/b.ts" }, head: { path: "dir/a.ts" } },
  ]);
});

test("Mounts are made once, in Diffusion too", () => {
  const { document } = parsePage(phabricatorPage, "https://code.example/");
  const [view] = phabricator.findCodeViews(document);
  const get = () => [
    phabricator.getToolbarMount(view!),
    phabricator.getRepositoryMount(document),
    phabricator.getPaletteMount(document),
  ];
  const mounts = get();
  expect(new Set(mounts).size).toBe(3);
  expect(get()).toEqual(mounts);
});
