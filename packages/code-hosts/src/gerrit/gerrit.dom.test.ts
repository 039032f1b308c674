import { expect, test } from "vitest";
import {
  attachChangeView,
  attachDiffView,
  gerritPage,
  oldGerritPage,
} from "../testing/gerritPage.ts";
import { parsePage } from "../testing/parsePage.ts";
import { gerrit } from "./gerrit.ts";

const change = "https://code.example/c/p/q/+/12345";
const diff = (base: string, head: string) => ({
  kind: "diff",
  repository: "code.example/p/q",
  path: "dir/a.ts",
  base: { revision: base, path: "dir/a.ts" },
  head: { revision: head, path: "dir/a.ts" },
});

test("The diff of one file is found through all shadow roots, and read from the address", () => {
  const page = parsePage(gerritPage, `${change}/1..2/dir/a.ts`);
  attachDiffView(page.document);
  const [view, ...others] = gerrit.findCodeViews(page.document);
  expect(others).toEqual([]);
  expect(gerrit.readFileFacts(page, view!)).toEqual(
    diff("refs/changes/45/12345/1", "refs/changes/45/12345/2"),
  );
});

test("Expanded files of a change are code views, with the parent as base", () => {
  const page = parsePage(gerritPage, change);
  attachChangeView(page.document);
  const views = gerrit.findCodeViews(page.document);
  expect(views.map((view) => gerrit.readFileFacts(page, view))).toEqual([
    diff("refs/changes/45/12345/2^", "refs/changes/45/12345/2"),
  ]);
});

test("Mounts are made once, inside the shadow roots", () => {
  const { document } = parsePage(gerritPage, change);
  attachChangeView(document);
  const [view] = gerrit.findCodeViews(document);
  const get = () => [
    gerrit.getToolbarMount(view!),
    gerrit.getRepositoryMount(document),
    gerrit.getPaletteMount(document),
  ];
  const mounts = get();
  expect(mounts).not.toContain(null);
  expect(get()).toEqual(mounts);
  expect(document.querySelector("[data-action-telemetry-mount]")).toBeNull();
});

test("The diff of one file is found without shadow roots, too, as version 2 shows it", () => {
  const page = parsePage(oldGerritPage, `${change}/1..2/dir/a.ts`);
  expect(gerrit.recognizes(page)).toBe(true);
  const [view, ...others] = gerrit.findCodeViews(page.document);
  expect(others).toEqual([]);
  expect(gerrit.readFileFacts(page, view!)).toMatchObject({ path: "dir/a.ts" });
  const line = gerrit.findLine(view!, page.document.querySelector(".contentText")!);
  expect([line?.side, line?.line]).toEqual(["head", 4]);
  expect(gerrit.getToolbarMount(view!)!.parentElement!.className).toBe("patchRangeLeft");
  expect(gerrit.getPaletteMount(page.document)).not.toBeNull();
});

test("The toolbar stands on the left, where patch sets are chosen", () => {
  const { document } = parsePage(gerritPage, change);
  attachDiffView(document);
  const [view] = gerrit.findCodeViews(document);
  const mount = gerrit.getToolbarMount(view!)!;
  expect(mount.parentElement!.className).toBe("patchRangeLeft");
  expect(gerrit.getToolbarMount(view!)).toBe(mount);
});

test("The shadow roots in which code views appear are known", () => {
  const { document } = parsePage(gerritPage, change);
  expect(gerrit.findShadowRoots!(document)).toEqual([]);
  attachDiffView(document);
  expect(gerrit.findShadowRoots!(document)).toHaveLength(4);
});

test("Files that Gerrit makes up have no facts", () => {
  const page = parsePage(gerritPage, `${change}/2//COMMIT_MSG`);
  attachDiffView(page.document);
  const [view] = gerrit.findCodeViews(page.document);
  expect(gerrit.readFileFacts(page, view!)).toBeUndefined();
});
