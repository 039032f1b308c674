import { commit } from "./gitHubPages.ts";

/** A page of Bitbucket Server with the file `dir/a.ts` on the default branch. */
export const bitbucketServerPage = `<html><head><meta name="application-name" content="Bitbucket"></head>
<body class="bitbucket-theme" data-aui-version="7.6.3">
  <h1 class="bitbucket-header-logo"></h1><div class="aui-header-primary"><ul class="aui-nav"><li></li></ul></div>
  <div class="branch-selector-toolbar"><div class="aui-buttons">
    <span data-revision-ref='{"latestCommit":"${commit}","id":"refs/heads/feat/x","displayId":"feat/x"}'>feat/x</span></div></div>
  <div class="file-content"><div class="file-toolbar"><div class="secondary">
    <a class="raw-view-link" href="/scm/projects/P/repos/r/raw/dir/a.ts?at=refs%2Fheads%2Ffeat%2Fx">Raw</a></div></div>
    <div class="content-view source-view">code</div></div></body></html>`;
