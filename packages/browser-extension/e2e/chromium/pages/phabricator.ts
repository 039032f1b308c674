import { codeLines, commit, toPage } from "./code.ts";

const lines = codeLines
  .map(
    (line, index) =>
      `<tr><th class="diffusion-line-link" data-sigil="phabricator-source-line"><a href="/source/sum/browse/main/src/sum.ts;${commit}$${index + 1}">${index + 1}</a></th><td>\u200b${line}\n</td></tr>`,
  )
  .join("");

/** The page of the file in Diffusion. */
export function phabricatorFile(): string {
  return toPage(
    "<title>sum.ts</title>",
    `html { --dark: #202a38 } body { font: 13px/18px "Segoe UI", Lato, "Noto Sans", sans-serif; background: light-dark(#f8f8fa, #202a38) }
    .phabricator-main-menu { display: flex; gap: 16px; align-items: center; block-size: 44px; padding: 0 16px; background: #4a5f88; color: #fff } .phui-header-action-links { display: flex; gap: 8px; margin-inline-start: auto; min-inline-size: 0 }
    .btn { display: inline-flex; align-items: center; block-size: 28px; padding: 0 10px; border: 1px solid light-dark(#c7ccd9, #465366); border-radius: 3px; background: light-dark(#f7f7f9, #2b3544); color: inherit; text-decoration: none }
    .phui-two-column-header, .top { display: flex; align-items: center; padding: 12px 16px } .phui-box { margin: 0 16px; border: 1px solid light-dark(#c7ccd9, #465366); border-radius: 3px; background: light-dark(#fff, #1b2430) }
    table { border-spacing: 0; font: 12px/18px Menlo, Consolas, monospace; white-space: pre; tab-size: 4 } th { padding: 0 12px; opacity: .6 } th a { color: inherit }`,
    `<div class="phabricator-main-menu"><span class="phabricator-wordmark">Phabricator</span><span>Diffusion</span></div>
    <div class="phui-two-column-view"><div class="phui-two-column-header"><b>rSUM</b><div class="phui-header-action-links"><a class="btn" href="#">Actions</a></div></div>
    <div class="phui-box"><div class="top"><b>sum.ts</b><div class="phui-header-action-links"><a class="btn" href="/source/sum/browse/main/src/sum.ts?view=raw">View raw</a></div></div>
    <table class="diffusion-source" data-sigil="phabricator-source">${lines}</table></div></div>`,
    'class="phui-theme-blindigo"',
  );
}
