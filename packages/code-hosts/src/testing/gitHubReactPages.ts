import { commit, parent } from "./gitHubPages.ts";

const embed = (payload: object) =>
  `<script type="application/json" data-target="react-app.embeddedData">${JSON.stringify({ payload })}</script>`;

/** The digest that React pages name a file by. */
export const digest = "d".repeat(64);

/** The navigation at the top, as the server has rendered it; React adds the class `loaded`. */
export const gitHubNavigation = `<react-partial partial-name="global-nav-bar" data-ssr="true">
  <script type="application/json" data-target="react-partial.embeddedData">${JSON.stringify({
    props: { contextRegion: { crumbs: [{ label: "b", href: "/a/b", octicon: "lock" }] } },
  })}</script>
  <div data-target="react-partial.reactRoot"><header role="banner" class="GlobalNav styles-module__appHeader__x"><div>
    <div data-testid="top-nav-left"><button>Menu</button></div><div data-testid="top-nav-center"><button>Search</button></div>
    <div data-testid="top-nav-right"><a href="/notifications">Inbox</a></div></div></header></div></react-partial>`;

/**
 * A page with the file `dir/a.ts` on the branch `feat/x`.
 *
 * @param payload how its data are laid out, which changes from year to year
 * @param buttons the buttons of its header
 */
export const gitHubFilePage = (
  payload: object,
  buttons = '<div class="prc-ButtonGroup-x" data-component="ButtonGroup"><a data-testid="raw-button" href="/a/b/raw/refs/heads/feat/x/dir/a.ts">Raw</a></div>',
) => `<html><head></head><body>${gitHubNavigation.replace("data-ssr", 'class="loaded" data-ssr')}
  <react-app app-name="react-code-view">${embed(payload)}<div data-target="react-app.reactRoot">
    <div id="repos-sticky-header"><div class="react-blob-view-header-sticky"><div class="react-blob-header-edit-and-raw-actions">${buttons}</div></div></div>
    <section><textarea id="read-only-cursor-text-area"></textarea><div class="react-code-lines"><div id="LC1" class="react-file-line">code</div></div></section>
  </div></react-app></body></html>`;

const file = (
  header: string,
  body: string,
) => `<div class="PullRequestDiffsList-module__diffEntry__x">
  <div role="region" id="diff-${digest}" class="Diff-module__diffTargetable__x Diff-module__diff__x">
    <div class="Diff-module__diffHeaderWrapper__x" data-diff-header-wrapper="true"><div class="DiffFileHeader-module__diff-file-header__x">${header}
      <div class="d-flex flex-row flex-justify-end flex-items-center gap-2"><span>+1</span><button>Viewed</button></div></div></div>
    <div data-diff-anchor="diff-${digest}">${body}</div></div></div>`;
const title = `<div class="DiffFileHeader-module__file-path-section__x"><h3 class="DiffFileHeader-module__file-name__x"><a href="#diff-${digest}"><code>\u200edir/a.ts\u200e</code></a></h3><button data-file-path="dir/a.ts">Expand</button></div>`;
const anchor = `diff-${digest}`;
const cell = (side: string, code: string) =>
  `<td class="diff-text-cell" data-line-anchor="${anchor}${side}"><code class="diff-text syntax-highlighted-line"><div class="diff-text-inner">${code}</div></code></td>`;

/** The lines of a diff with both sides beside one another, and in one column. */
export const gitHubDiffTables = {
  split: `<table aria-label="Diff for: dir/a.ts"><tbody><tr class="diff-line-row"><td data-line-number="4"></td>${cell("L4", "was()")}<td data-line-number="5"></td>${cell("R5", "is()")}</tr></tbody></table>`,
  unified: `<table aria-label="Diff for: dir/a.ts"><tbody><tr class="diff-line-row"><td data-line-number="4"></td><td></td>${cell("L4", "was()")}</tr><tr class="diff-line-row"><td></td><td data-line-number="5"></td>${cell("R5", "is()")}</tr></tbody></table>`,
} as const;

/** What the data of a pull request say of the two commits, and of the file's name before. */
export const gitHubChanges = {
  pullRequestsChangesRoute: {
    comparison: { fullDiff: { baseOid: parent, headOid: commit } },
    diffContents: [{ path: "dir/a.ts", pathDigest: digest, oldTreeEntry: { path: "dir/old.ts" } }],
  },
};

/** The page of the files of a pull request, or of a commit. */
export const gitHubChangesPage = (table: string, payload: object, header = title) =>
  `<html><head></head><body><react-app app-name="pull-requests">${embed(payload)}${file(header, table)}</react-app></body></html>`;
