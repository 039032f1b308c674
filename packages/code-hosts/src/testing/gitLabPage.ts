import { commit } from "./gitHubPages.ts";

/** A page of GitLab with the file `dir/a.ts` on the branch `feat/x`. */
export const gitLabPage = `<html><head><meta property="og:site_name" content="GitLab"><meta name="csrf-param" content="authenticity_token"></head>
<body data-page="projects:blob:show" data-project="c">
  <header class="navbar navbar-gitlab"><div class="navbar-collapse"><ul></ul></div></header>
  <div class="tree-controls"><a href="/g/s/c/-/commits/feat/x">History</a>
    <a class="js-data-file-blob-permalink-url" href="/g/s/c/-/blob/${commit}/dir/a.ts">Permalink</a></div>
  <div class="blob-content-holder"><article class="file-holder">
    <div class="js-file-title"><div class="file-header-content"><strong class="file-title-name">a.ts</strong>
      <button data-clipboard-text='{"text":"dir/a.ts","gfm":"x"}'>Copy</button></div>
      <div class="file-actions"><a href="/g/s/c/-/raw/feat/x/dir/a.ts">Raw</a></div></div>
    <div class="blob-viewer" data-type="simple"><div class="file-content code"><span class="line">code</span></div></div>
  </article></div></body></html>`;

/** One file of a merge request. */
export const gitLabDiffFile = (
  path: string,
) => `<div class="diff-file file-holder" data-path="${path}">
  <div class="js-file-title"><div class="file-actions"><a href="/g/s/c/-/blob/${commit}/${path}">View</a></div></div>
  <div class="diff-content"><div class="diff-viewer"><div class="diff-table code"></div></div></div></div>`;
