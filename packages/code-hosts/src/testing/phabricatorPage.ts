import { commit } from "./gitHubPages.ts";

/** A page of Phabricator with the file `dir/a.ts` on the branch `feat/x`. */
export const phabricatorPage = `<html><head></head><body class="phui-theme-blindigo">
  <div class="phabricator-main-menu"><span class="phabricator-wordmark">Phabricator</span></div>
  <div class="phui-two-column-view"><div class="phui-two-column-header"><div class="phui-header-action-links"><a href="#">Actions</a></div></div>
  <div class="phui-box"><div class="phui-header-action-links"><a href="/source/r/browse/x/dir/a.ts?view=raw">Raw</a></div>
  <table class="diffusion-source" data-sigil="phabricator-source"><tr><th class="diffusion-line-link" data-sigil="phabricator-source-line">
    <a href="/source/r/browse/feat%252Fx/dir/a.ts;${commit}$1">1</a></th><td>code</td></tr></table></div></div></body></html>`;
