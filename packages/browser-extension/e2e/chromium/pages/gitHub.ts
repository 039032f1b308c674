import { codeLines, commit, parent, toPage } from "./code.ts";

const styles = `
  body { font: 14px/1.5 -apple-system, BlinkMacSystemFont, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif }
  .AppHeader { display: flex; align-items: center; gap: 8px; padding: 12px 16px; background: light-dark(#f6f8fa, #010409); border-bottom: 1px solid light-dark(#d1d9e0, #3d444d) }
  .AppHeader-logo { inline-size: 32px; block-size: 32px; border-radius: 50%; background: light-dark(#1f2328, #f0f6fc) }
  .AppHeader-globalBar-end { display: flex; gap: 8px; margin-inline-start: auto; align-items: center }
  .btn, .search { display: inline-flex; align-items: center; block-size: 28px; padding: 0 10px; border: 1px solid light-dark(#d1d9e0, #3d444d); border-radius: 6px; background: light-dark(#f6f8fa, #212830); color: inherit; font: 500 12px/20px inherit; font-family: inherit; text-decoration: none }
  .AppHeader .btn { block-size: 32px }
  .search { position: relative; margin-inline-start: auto; block-size: 32px; background: none }
  .search input { border: 0; background: none; color: inherit; outline: 0; inline-size: 220px }
  #query-builder-test-results { position: absolute; inset: 36px 0 auto; margin: 0; padding: 8px; list-style: none; border: 1px solid light-dark(#d1d9e0, #3d444d); border-radius: 6px; background: light-dark(#fff, #010409); z-index: 9 }
  .repo { display: flex; align-items: center; padding: 16px; font-size: 20px; color: light-dark(#0969da, #4493f8) }
  .pagehead-actions { display: flex; gap: 8px; margin: 0 0 0 auto; padding: 0; list-style: none; font-size: 12px }
  main { padding: 16px } .head, .file-header { display: flex; align-items: center; gap: 8px; padding: 8px; border: 1px solid light-dark(#d1d9e0, #3d444d); border-radius: 6px 6px 0 0; background: light-dark(#f6f8fa, #151b23); font-size: 12px }
  .head .actions, .file-actions { display: flex; gap: 8px; margin-inline-start: auto; min-inline-size: 0; align-items: center }
  .react-code-lines, .diff-table, .lines { display: block; inline-size: 100%; padding: 8px 0; border: 1px solid light-dark(#d1d9e0, #3d444d); border-block-start: 0; border-radius: 0 0 6px 6px; font: 12px/20px ui-monospace, "SF Mono", Menlo, Consolas, monospace; white-space: pre; tab-size: 4 }
  .react-file-line { padding-inline-start: 60px } .blob-num { inline-size: 50px; color: light-dark(#59636e, #9198a1); text-align: end; padding-inline-end: 10px } .blob-num::before { content: attr(data-line-number) }
  .blob-code-deletion { background: light-dark(#ffebe9, #301b1e) } .blob-code-addition { background: light-dark(#dafbe1, #12261e) } .blob-code { padding-inline-start: 10px }
  .code { position: relative } #read-only-cursor-text-area { position: absolute; inset: 0; opacity: 0; inline-size: 100%; resize: none; border: 0 }`;

const header = `<header class="AppHeader"><div class="AppHeader-logo"></div><b>octo / sum</b>
  <div class="search"><input id="query-builder-test" placeholder="Type / to search"><ul id="query-builder-test-results"></ul></div>
  <div class="AppHeader-globalBar-end"><button class="btn">New</button><button class="btn">Issues</button></div></header>
  <div class="repo"><b>octo/sum</b><ul class="pagehead-actions"><li><button class="btn">Watch 7</button></li><li><button class="btn">Star 12</button></li></ul></div>`;

const lines = codeLines
  .map((line, index) => `<div id="LC${index + 1}" class="react-file-line">${line || "\n"}</div>`)
  .join("");

/**
 * The page of the file as GitHub shows it now, with its text area over the code.
 *
 * @param repository what it says of the repository besides
 */
export function gitHubFile(path = "src/sum.ts", repository?: object): string {
  const data = JSON.stringify({
    payload: { path, refInfo: { name: "main", currentOid: commit }, repo: repository },
  });
  return toPage(
    "<title>sum.ts</title>",
    styles,
    `${header}<main><react-app app-name="react-code-view"><script type="application/json" data-target="react-app.embeddedData">${data}</script>
    <div data-target="react-app.reactRoot"><section><div class="head"><b>${path}</b><div class="actions"><div class="prc-ButtonGroup-x"><a class="btn" data-testid="raw-button" href="/octo/sum/raw/refs/heads/main/${path}">Raw</a></div></div></div>
    <div class="code"><div class="react-code-lines">${lines}</div><textarea id="read-only-cursor-text-area" readonly aria-label="file content"></textarea></div></section></div></react-app></main>`,
  );
}

const row = (kind: string, before: string, after: string, code: string) =>
  `<tr><td class="blob-num" data-line-number="${before}"></td><td class="blob-num" data-line-number="${after}"></td><td class="blob-code blob-code-${kind}"><span class="blob-code-inner" data-code-marker="${kind === "addition" ? "+" : kind === "deletion" ? "-" : " "}">${code}</span></td></tr>`;

const diffFile = (path: string) => `<div id="diff-${path.length}" class="file js-file">
  <div class="file-header js-file-header" data-path="${path}"><b><a href="#diff-1" title="${path}" class="Link">${path}</a></b><div class="file-actions"><span class="show-file-notes"></span><button class="btn">Viewed</button></div></div>
  <table class="diff-table js-diff-table">${codeLines.map((line, index) => row(index === 5 ? "addition" : "context", index === 5 ? "" : `${index + 1}`, `${index + 1}`, line)).join("")}</table></div>`;

/** The page of a pull request with these files. */
export function gitHubPullRequest(...paths: readonly string[]): string {
  return toPage(
    "<title>Pull request</title>",
    styles,
    `${header}<main><form><input type="hidden" name="comparison_start_oid" value="${parent}"><input type="hidden" name="comparison_end_oid" value="${commit}"></form><div id="files">${paths.map(diffFile).join("<br>")}</div></main>`,
  );
}

const classicLines = codeLines
  .map(
    (line, index) =>
      `<tr><td class="blob-num" id="L${index + 1}" data-line-number="${index + 1}"></td><td id="LC${index + 1}" class="blob-code blob-code-inner">${line}</td></tr>`,
  )
  .join("");

/** The page of the file on GitHub Enterprise, classic. */
export function gitHubEnterpriseFile(): string {
  return toPage(
    '<title>sum.ts</title><meta property="og:site_name" content="GitHub Enterprise">',
    `${styles} .Header { display: flex; gap: 16px; align-items: center; padding: 12px 16px; background: #24292f; color: #fff }`,
    `<header class="Header"><div class="Header-item">Enterprise</div><div class="Header-item">Pull requests</div><div class="Header-item">New</div><div class="Header-item">You</div></header>
    <div class="repo"><b>octo/sum</b><ul class="pagehead-actions"><li><button class="btn">Star 3</button></li></ul></div>
    <main><div class="file"><div class="head Box-header"><b>sum.ts</b><div class="actions"><div class="BtnGroup"><a class="btn" id="raw-url" href="/octo/sum/raw/main/src/sum.ts">Raw</a></div></div></div>
    <a class="js-permalink-shortcut" href="/octo/sum/blob/${commit}/src/sum.ts"></a>
    <table class="lines js-file-line-container">${classicLines}</table></div></main>`,
    'class="enterprise"',
  );
}
