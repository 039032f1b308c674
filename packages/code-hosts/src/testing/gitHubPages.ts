/** The ID of a commit, for pages. */
export const commit = "1234567890abcdef1234567890abcdef12345678";

/** The ID of its parent. */
export const parent = "fedcba0987654321fedcba0987654321fedcba09";

const header =
  '<header class="Header"><div class="Header-item">1</div><div class="Header-item">2</div><div class="Header-item">3</div></header>';
const repositoryButtons = '<ul class="pagehead-actions"><li>Star</li></ul>';

/** A classic page of GitHub with the file `dir/a.ts` on the branch `feat/x`. */
export const gitHubBlobPage = `<html><head></head><body>${header}${repositoryButtons}
  <div class="repository-content">
    <a class="js-permalink-shortcut" href="/a/b/blob/${commit}/dir/a.ts">Permalink</a>
    <div class="Box">
      <div class="Box-header"><div class="BtnGroup"><a id="raw-url" href="/a/b/raw/feat/x/dir/a.ts">Raw</a></div></div>
      <div itemprop="text" class="blob-wrapper"><table class="js-file-line-container"><tr><td id="L1" data-line-number="1"></td><td id="LC1">code</td></tr></table></div>
    </div>
  </div></body></html>`;

/** The same page on GitHub Enterprise, at `code.example`. */
export const gitHubEnterprisePage = gitHubBlobPage
  .replace("<head>", '<head><meta property="og:site_name" content="GitHub Enterprise">')
  .replace("<body>", '<body class="enterprise">');

/** One file of a diff on a classic page. */
export const gitHubDiffFile = (
  path: string,
  title = path,
) => `<div id="diff-0" class="file js-file">
  <div class="file-header js-file-header" data-path="${path}">
    <div class="file-actions"><span class="show-file-notes"></span><button>View</button></div>
    <div class="file-info"><a href="#diff-1" title="${title}">${title}</a></div>
  </div>
  <div class="js-file-content"><table class="diff-table js-diff-table"><tr><td data-line-number="1"></td><td class="blob-code">code</td></tr></table></div>
</div>`;

/** A classic page of a pull request with these files. */
export const gitHubPullRequestPage = (
  ...files: readonly string[]
) => `<html><head></head><body>${header}${repositoryButtons}
  <form><input type="hidden" name="comparison_start_oid" value="${parent}"><input type="hidden" name="comparison_end_oid" value="${commit}"></form>
  <div id="files">${files.join("")}</div></body></html>`;

/** A page of GitHub as React renders it, with the file `dir/a.ts` on the branch `feat/x`. */
export const gitHubReactPage = `<html><head></head><body>
  <header class="AppHeader"><div class="AppHeader-globalBar-end"><button>New</button></div></header>
  <react-app app-name="react-code-view">
    <script type="application/json" data-target="react-app.embeddedData">${JSON.stringify({
      payload: { path: "dir/a.ts", refInfo: { name: "feat/x", currentOid: commit } },
    })}</script>
    <div data-target="react-app.reactRoot">
      <section><div class="header"><div class="prc-ButtonGroup-x"><a data-testid="raw-button" href="/a/b/raw/refs/heads/feat/x/dir/a.ts">Raw</a></div></div>
      <div class="react-code-lines"><div class="react-code-line-contents" id="LC1">code</div></div></section>
    </div>
  </react-app></body></html>`;

/** One file of a diff as React renders it. */
export const gitHubReactDiffPage = `<html><head></head><body>
  <react-app app-name="pull-requests">
    <script type="application/json" data-target="react-app.embeddedData">${JSON.stringify({
      payload: { filesRoute: { comparison: { fullDiff: { baseOid: parent, headOid: commit } } } },
    })}</script>
    <div id="diff-abc" role="region"><div class="head"><h3><a href="#diff-abc"><code>\u200edir/a.ts\u200e</code></a></h3></div>
    <table role="grid"><tr><td data-line-number="1"></td></tr></table></div>
  </react-app></body></html>`;
