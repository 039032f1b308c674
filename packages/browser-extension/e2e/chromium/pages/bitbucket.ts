import { codeLines, commit, toPage } from "./code.ts";

const styles = `html { --dark: #1d2125 } body { font: 14px/20px -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif }
  .bar { display: flex; align-items: center; gap: 16px; block-size: 56px; padding: 0 16px; background: light-dark(#fff, #1d2125); border-bottom: 1px solid light-dark(#dcdfe4, #39424a) } .blue { background: #0747a6; color: #fff; border: 0 }
  .aui-nav { display: flex; gap: 16px; margin: 0; padding: 0; list-style: none; align-items: center } .branch-selector-toolbar, .wrapper > div > div { display: flex; gap: 8px; align-items: center; padding: 12px 16px } .aui-buttons { display: flex; gap: 8px; align-items: center }
  .btn { display: inline-flex; align-items: center; block-size: 30px; padding: 0 10px; border: 0; border-radius: 3px; background: light-dark(#f4f5f7, #22272b); color: inherit; text-decoration: none }
  .file { margin: 0 16px; border: 1px solid light-dark(#dcdfe4, #39424a); border-radius: 3px } .head { display: flex; align-items: center; padding: 8px 12px; border-bottom: 1px solid light-dark(#dcdfe4, #39424a) } .right { display: flex; gap: 8px; margin-inline-start: auto; min-inline-size: 0 }
  .line { display: flex; font: 12px/20px ui-monospace, Menlo, monospace; white-space: pre; tab-size: 4 } .line pre, .line code { margin: 0; font: inherit } .line-number, [data-qa=line-number] { inline-size: 48px; color: inherit; opacity: .6; text-decoration: none; text-align: end; padding-inline-end: 12px }`;

const serverLines = codeLines
  .map(
    (line, index) =>
      `<div class="line"><div class="CodeMirror-gutter-wrapper"><a class="line-number line-locator" data-line-number="${index + 1}" href="#${index + 1}">${index + 1}</a></div><pre class="CodeMirror-line"><span role="presentation">${line.replace("\t", '<span class="cm-tab" cm-text="\t">    </span>')}</span></pre></div>`,
  )
  .join("");

/** The page of the file on Bitbucket Server. */
export function bitbucketServerFile(): string {
  const ref = JSON.stringify({ latestCommit: commit, id: "refs/heads/main", displayId: "main" });
  return toPage(
    '<title>sum.ts</title><meta name="application-name" content="Bitbucket">',
    styles,
    `<header class="bar blue"><h1 class="bitbucket-header-logo" style="font-size:16px">Bitbucket</h1><div class="aui-header-primary"><ul class="aui-nav"><li>Projects</li><li>Repositories</li></ul></div></header>
    <div class="branch-selector-toolbar"><div class="aui-buttons"><span class="btn" data-revision-ref='${ref}'>main</span></div></div>
    <div class="file file-content"><div class="head file-toolbar"><b>sum.ts</b><div class="right secondary"><a class="btn raw-view-link" href="/projects/P/repos/sum/raw/src/sum.ts?at=refs%2Fheads%2Fmain">Raw file</a></div></div>
    <div class="content-view source-view"><div class="CodeMirror"><div class="CodeMirror-code">${serverLines}</div></div></div></div>`,
    'class="bitbucket-theme" data-aui-version="7.6.3"',
  );
}

const cloudLines = codeLines
  .map(
    (line, index) =>
      `<div class="line" data-qa="code-line"><a data-qa="line-number">${index + 1}</a><code>${line}</code></div>`,
  )
  .join("");

/** The page of the file on Bitbucket Cloud. */
export function bitbucketCloudFile(): string {
  return toPage(
    "<title>sum.ts</title>",
    styles,
    `<header class="bar" data-testid="top-navigation"><b>Bitbucket</b><span>Repositories</span></header>
    <div class="wrapper" data-qa="page-header-wrapper"><div><div><h1 style="font-size:20px">sum</h1></div></div></div>
    <main><div class="file"><div class="head" data-qa="bk-file__header"><b>sum.ts</b><div class="right" data-testid="file-actions"><button class="btn">Edit</button></div></div>
    <div data-qa="bk-file__content">${cloudLines}</div></div></main>`,
  );
}
