import type { Handle } from "../library/startHosts.ts";
import { codeLines, commit, parent, toPage } from "./code.ts";

const styles = `body { font: 14px/1.5 -apple-system, "Segoe UI", "Noto Sans", sans-serif } main { padding: 16px }
  header > div { display: flex; gap: 8px; align-items: center; padding: 12px 16px; background: light-dark(#f6f8fa, #010409); border-bottom: 1px solid light-dark(#d1d9e0, #3d444d) } [data-testid=top-nav-right] { display: flex; gap: 8px; margin-inline-start: auto; align-items: center }
  button { block-size: 28px; padding: 0 10px; border: 1px solid light-dark(#d1d9e0, #3d444d); border-radius: 6px; background: light-dark(#f6f8fa, #212830); color: inherit; font: 500 12px/20px inherit }
  .head { display: flex; align-items: center; gap: 8px; padding: 8px; border: 1px solid light-dark(#d1d9e0, #3d444d); border-radius: 6px 6px 0 0; background: light-dark(#f6f8fa, #151b23) } h2, h3 { margin: 0; font-size: 12px } .right { display: flex; gap: 8px; margin-inline-start: auto; min-inline-size: 0; align-items: center }
  table { inline-size: 100%; border: 1px solid light-dark(#d1d9e0, #3d444d); border-block-start: 0; font: 12px/20px ui-monospace, Menlo, monospace; white-space: pre; tab-size: 4 } td pre { margin: 0; font: inherit } td:not(.code) { inline-size: 48px; text-align: end; opacity: .6 }`;

const digest = "d".repeat(64);
const numbered = (row: (line: number, code: string) => string) =>
  codeLines.map((code, index) => row(index + 1, code)).join("");

const gitHubRows = numbered(
  (line, code) =>
    `<tr class="diff-line-row"><td data-line-number="${line}">${line}</td><td class="code diff-text-cell" data-line-anchor="diff-${digest}R${line}"><code class="diff-text"><div class="diff-text-inner">${code}</div></code></td></tr>`,
);
const changes = {
  payload: {
    pullRequestsChangesRoute: { comparison: { fullDiff: { baseOid: parent, headOid: commit } } },
  },
};

/** The files of a pull request on GitHub as React renders them; its navigation is taken over by React when told to. */
function gitHubReview(): string {
  return toPage(
    "<title>Review</title>",
    styles,
    `<react-partial partial-name="global-nav-bar" data-ssr="true"><div data-target="react-partial.reactRoot"><header role="banner" class="GlobalNav styles-module__x"><div><b data-testid="top-nav-left">octo / sum</b><div data-testid="top-nav-right"><button>Inbox</button></div></div></header></div></react-partial>
    <main><react-app app-name="pull-requests"><script type="application/json" data-target="react-app.embeddedData">${JSON.stringify(changes)}</script>
    <div class="PullRequestDiffsList-module__diffEntry__x"><div role="region" id="diff-${digest}" class="Diff-module__diffTargetable__x">
      <div data-diff-header-wrapper="true"><div class="head DiffFileHeader-module__diff-file-header__x"><div><h3><a href="#diff-${digest}"><code>&lrm;src/sum.ts&lrm;</code></a></h3></div><div class="right d-flex flex-justify-end"><span>+7</span><button data-file-path="src/sum.ts">Viewed</button></div></div></div>
      <table aria-label="Diff for: src/sum.ts"><tbody>${gitHubRows}</tbody></table></div></div></react-app></main>`,
  );
}

const rapidRows = numbered(
  (line, code) =>
    `<tr><td class="rd-line-number" data-position="new"><a data-line-number="${line}">${line}</a></td><td class="code rd-line-content" data-position="new" data-testid="rd-diff-line-content"><pre class="rd-line-text">${code}</pre></td></tr>`,
);

/** The files of a merge request on GitLab as rapid diffs. */
function gitLabReview(): string {
  return toPage(
    '<title>Review</title><meta property="og:site_name" content="GitLab"><meta name="csrf-param" content="authenticity_token">',
    styles,
    `<main><diff-file data-testid="rd-diff-file" data-file-data='{"old_path":"src/sum.ts","new_path":"src/sum.ts"}'><article class="rd-diff-file">
      <header class="rd-diff-file-header" data-testid="rd-diff-file-header"><div class="head"><h2><a class="rd-diff-file-link" href="/group/sum/-/blob/${commit}/src/sum.ts">src/sum.ts</a></h2><div class="right rd-diff-file-info"><span>+7</span><button>Options</button></div></div></header>
      <table><tbody>${rapidRows}</tbody></table></article></diff-file></main>`,
  );
}

const cloudRows = numbered(
  (line, code) =>
    `<tr data-qa="code-line" class="line-wrapper"><td><a data-qa="line-number">${line}</a></td><td class="code"><pre class="code-diff">${code}</pre></td></tr>`,
);
const sides = {
  source: { commit: { hash: commit } },
  destination: { commit: { hash: parent } },
};

/** The files of a pull request on Bitbucket Cloud. */
function bitbucketReview(): string {
  return toPage(
    `<title>Review</title><script type="application/json">${JSON.stringify(sides)}</script>`,
    styles,
    `<main><article aria-label="Diff of file src/sum.ts" data-qa="pr-diff-file-styles"><div class="head" data-qa="bk-file__header"><h2 data-qa="bk-filepath">src/sum.ts</h2><div class="right" data-qa="bk-file__actions"><button>Viewed</button></div></div>
      <table><tbody>${cloudRows}</tbody></table></article></main>`,
  );
}

/** Reviews as code hosts show them at present: where they are, and by what name the instance knows the repository. */
export const reviews = {
  GitHub: {
    address: "https://github.com/octo/sum/pull/8/changes",
    repository: "github.com/octo/sum",
    html: gitHubReview(),
    link: `/-/compare/${parent}...${commit}`,
  },
  GitLab: {
    address: "https://gitlab.com/group/sum/-/merge_requests/8/diffs",
    repository: "gitlab.com/group/sum",
    html: gitLabReview(),
    link: `@${commit}/-/blob/src/sum.ts`,
  },
  "Bitbucket Cloud": {
    address: "https://bitbucket.org/team/sum/pull-requests/8/diff",
    repository: "bitbucket.org/team/sum",
    html: bitbucketReview(),
    link: `/-/compare/${parent}...${commit}`,
  },
} as const;

/** Serves them. */
export function serveReviews(): Readonly<Record<string, Handle>> {
  const entries = Object.values(reviews).map(({ address, html }): [string, Handle] => [
    new URL(address).hostname,
    (request, response) => {
      const isThere = request.url === new URL(address).pathname;
      response.writeHead(isThere ? 200 : 404, { "content-type": "text/html" });
      response.end(isThere ? html : "");
    },
  ]);
  return Object.fromEntries(entries);
}
