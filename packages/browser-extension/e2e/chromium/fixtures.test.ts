import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ownInstance, setUpExtension } from "./library/setUpExtension.ts";
import type { Handle } from "./library/startHosts.ts";

const folder = join(import.meta.dirname, "../../../../../shared/fixtures/code-hosts");
const isThere = existsSync(folder);
const why = isThere ? "" : " (skipped: ../shared/fixtures is not there)";

/** A page, or a part of one, as it was saved. */
interface Fixture {
  readonly file: string;
  readonly address: string;
  readonly toolbars: number;
  /** The item that the first toolbar ends with; absent where the page does not say enough for a link. */
  readonly item?: "View file" | "View diff";
  /** What stands around a part of a page, by which its host is recognized. */
  readonly head?: string;
}

const gitHub = "https://github.com/sourcegraph/sourcegraph";
const gitHubFile = `${gitHub}/blob/eaa0fe5d10dfb0d99f5de640fcc7dac28f715bc9/shared/src/api/extension/types/url.ts`;
const gitLab = "https://gitlab.com/gitlab-org/gitlab-runner";
const bitbucket = "http://localhost:7990/projects";
const phabricator = "https://phabricator.sgdev.org";
const enterpriseHead =
  '<html><head><meta property="og:site_name" content="GitHub Enterprise"></head><body class="enterprise">';
const bitbucketHead =
  '<html><head><meta name="application-name" content="Bitbucket"></head><body class="bitbucket-theme" data-aui-version="7">';
const phabricatorHead =
  '<html><body class="phui-theme-x"><div class="phabricator-main-menu"><span class="phabricator-wordmark">P</span></div>';

const fixtures: readonly Fixture[] = [
  { file: "github/github.com/blob.html", address: gitHubFile, toolbars: 1, item: "View file" },
  {
    file: "github/github.com/blob.code-view.html",
    address: gitHubFile,
    toolbars: 1,
    item: "View file",
  },
  {
    file: "github/github.com/commit.unified.html",
    address: `${gitHub}/commit/d3d0fe7fad2c909e3a2e4de2259dc6604983a092?diff=unified`,
    toolbars: 1,
    item: "View diff",
  },
  {
    file: "github/github.com/pull-request.split.html",
    address: `${gitHub}/pull/3257/files?diff=split`,
    toolbars: 1,
    item: "View diff",
  },
  {
    file: "github/github.com/pull-request-discussion.html",
    address: `${gitHub}/pull/3221`,
    toolbars: 0,
  },
  {
    file: "github/ghe-2.14.11/blob.code-view.html",
    address: "http://ghe.sgdev.org/beyang/mux/blob/master/bench_test.go",
    toolbars: 1,
    item: "View file",
    head: enterpriseHead,
  },
  {
    file: "github/ghe-2.14.11/commit.split.html",
    address: "http://ghe.sgdev.org/beyang/test/commit/9b5f3da066e16209a1f924b1f81db3d51f662230",
    toolbars: 1,
    item: "View file",
  },
  {
    file: "gitlab/blob.code-view.html",
    address: `${gitLab}/blob/0362425dc5026417338ac6a823c53fe65b10c4a7/executors/shell/executor_shell.go`,
    toolbars: 1,
    item: "View file",
  },
  {
    file: "gitlab/merge-request.unified.code-view.html",
    address: `${gitLab}/-/merge_requests/1058/diffs?view=inline`,
    toolbars: 1,
    item: "View file",
  },
  { file: "gitlab/repository.html", address: gitLab, toolbars: 0 },
  {
    file: "bitbucket/single-file.html",
    address: `${bitbucket}/SOUR/repos/mux/browse/context.go`,
    toolbars: 1,
    item: "View file",
  },
  {
    file: "bitbucket/browse.html",
    address: `${bitbucket}/SOURCEGRAPH/repos/mux/browse`,
    toolbars: 0,
  },
  {
    file: "bitbucket/single-file-source.code-view.html",
    address: `${bitbucket}/SOURCEGRAPH/repos/mux/browse/dir/test_helpers.go`,
    toolbars: 1,
    item: "View file",
    head: bitbucketHead,
  },
  {
    file: "bitbucket/pull-request.split.modified.code-view.html",
    address: `${bitbucket}/SOURCEGRAPH/repos/mux/pull-requests/1/diff#dir/mux.go`,
    toolbars: 1,
    item: "View file",
    head: bitbucketHead,
  },
  {
    file: "phabricator/diffusion.html",
    address: `${phabricator}/source/gorilla/browse/master/mux.go`,
    toolbars: 1,
    item: "View file",
  },
  {
    file: "phabricator/2017.09/diffusion.code-view.html",
    address: `${phabricator}/source/test/browse/master/main.go;48600480cce9f832f7daacab256fbfdeb7002603`,
    toolbars: 0,
    head: phabricatorHead,
  },
  {
    file: "phabricator/commit-view.html",
    address: `${phabricator}/rMUXeab9c4f3d22d907d728aa0f5918934357866249e`,
    toolbars: 1,
    item: "View diff",
  },
  {
    file: "phabricator/2019.21/differential.split.code-view.html",
    address: `${phabricator}/D3`,
    toolbars: 1,
    head: phabricatorHead,
  },
];

const itemAddress = /^https:\/\/search\.example\/.*\?utm_source=chrome-extension$/u;

let current: Fixture | undefined;
const serve: Handle = (_, response) => {
  const { file = "", head = "" } = current ?? {};
  // Nothing of a saved page runs or is loaded, and no style but ours is allowed at all.
  const policy = "default-src 'none'; require-trusted-types-for 'script'";
  response.writeHead(200, { "content-type": "text/html", "content-security-policy": policy });
  response.end(`<!doctype html>${head}${readFileSync(join(folder, file), "utf8")}`);
};
const hosts = ["github.com", "gitlab.com", "localhost", "ghe.sgdev.org", "phabricator.sgdev.org"];
const extension = setUpExtension({ more: Object.fromEntries(hosts.map((host) => [host, serve])) });

test.skipIf(!isThere).each(fixtures)(
  `The saved page $file has its toolbars, under the strictest policy of a page${why}`,
  async (fixture) => {
    current = fixture;
    await extension.change({ instanceURL: ownInstance });
    const { page, ui } = await extension.open(fixture.address);
    const places = page.locator('[data-action-telemetry-mount="toolbar"] > div');
    await expect.poll(() => places.count()).toBe(fixture.toolbars);
    const links = fixture.item === undefined ? [] : [await ui.href("link", fixture.item)];
    expect(links.every((href) => itemAddress.test(href))).toBe(true);
    await page.close();
  },
);
