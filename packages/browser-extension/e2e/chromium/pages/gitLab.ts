import { codeLines, commit, toPage } from "./code.ts";

const lines = codeLines
  .map((line, index) => `<span id="LC${index + 1}" class="line" lang="typescript">${line}</span>`)
  .join("\n");

/** The page of the file on GitLab. */
export function gitLabFile(): string {
  return toPage(
    '<title>sum.ts</title><meta property="og:site_name" content="GitLab"><meta name="csrf-param" content="authenticity_token">',
    `html { --dark: #18171d } body { font: 14px/20px "GitLab Sans", -apple-system, "Noto Sans", sans-serif }
    .navbar { display: flex; align-items: center; block-size: 48px; padding: 0 16px; background: #171321; color: #fff } .navbar-collapse { display: flex; gap: 12px; align-items: center; margin-inline-start: auto }
    .tree-controls { display: flex; gap: 8px; justify-content: flex-end; padding: 12px 16px } .btn { display: inline-flex; align-items: center; block-size: 32px; padding: 0 12px; border: 1px solid light-dark(#bfbfc3, #626168); border-radius: 4px; background: light-dark(#fff, #333238); color: inherit; text-decoration: none }
    .file-holder { margin: 16px; border: 1px solid light-dark(#dcdcde, #434248); border-radius: 4px } .js-file-title { display: flex; align-items: center; padding: 8px 16px; background: light-dark(#fbfafd, #1f1e24); border-bottom: 1px solid light-dark(#dcdcde, #434248) } .file-actions { display: flex; gap: 8px; margin-inline-start: auto; min-inline-size: 0 }
    pre { margin: 0; padding: 8px 16px; font: 13px/20px "JetBrains Mono", Menlo, monospace; tab-size: 4 }`,
    `<header class="navbar navbar-gitlab"><b>GitLab</b><div class="navbar-collapse"><span>Issues</span><span>You</span></div></header>
    <div class="tree-controls"><a class="btn" href="/group/sum/-/commits/main">History</a><a class="btn js-data-file-blob-permalink-url" href="/group/sum/-/blob/${commit}/src/sum.ts">Permalink</a></div>
    <div class="blob-content-holder"><article class="file-holder"><div class="js-file-title"><div class="file-header-content"><strong class="file-title-name">sum.ts</strong>
    <button data-clipboard-text='{"text":"src/sum.ts","gfm":"x"}' hidden>Copy</button></div><div class="file-actions"><a class="btn" href="/group/sum/-/raw/main/src/sum.ts">Raw</a></div></div>
    <div class="blob-viewer" data-type="simple"><div class="file-content code"><pre><code>${lines}</code></pre></div></div></article></div>`,
    'data-page="projects:blob:show" data-project="sum"',
  );
}
