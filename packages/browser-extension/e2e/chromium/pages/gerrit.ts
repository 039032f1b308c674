import { codeLines, toPage } from "./code.ts";

const rows = codeLines
  .map(
    (line, index) =>
      `<tr><td class="lineNum left" data-value="${index + 1}"></td><td class="lineNum right" data-value="${index + 1}">${index + 1}</td><td class="content"><div class="contentText" data-side="right">${line}</div></td></tr>`,
  )
  .join("");

const codeStyles = `<style>table { font: 12px/18px "Roboto Mono", Menlo, monospace; white-space: pre; tab-size: 4; margin: 12px } .lineNum { opacity: .6; padding-inline-end: 12px }
  .k { color: light-dark(#cf222e, #ff7b72) } .c { color: light-dark(#59636e, #9198a1) } .n { color: light-dark(#0550ae, #79c0ff) }</style>`;

const script = `
  const attach = (element, html) => { const root = element.attachShadow({ mode: "open" }); root.innerHTML = html; return root; };
  const bar = "<style>.bar, .subHeader { display: flex; align-items: center; gap: 12px; padding: 8px 16px; background: light-dark(#f1f3f4, #3b3d3f) } .rightItems { display: flex; margin-inline-start: auto; align-items: center; gap: 12px } .patchRangeLeft { display: flex; gap: 12px; align-items: center }</style>";
  const app = attach(document.querySelector("gr-app"), '<gr-app-element id="app-element"></gr-app-element>');
  const element = attach(app.firstElementChild, '<gr-main-header id="mainHeader"></gr-main-header><gr-diff-view></gr-diff-view>');
  attach(element.querySelector("gr-main-header"), bar + '<div class="bar"><b>Gerrit</b><span>Changes</span><div class="rightItems"><span>You</span></div></div>');
  const view = attach(element.querySelector("gr-diff-view"), bar + '<div class="subHeader"><div class="patchRangeLeft">Base → Patchset 2</div></div><gr-diff-host id="diffHost"></gr-diff-host>');
  const host = attach(view.querySelector("gr-diff-host"), '<gr-diff id="diff"></gr-diff>');
  attach(host.firstElementChild, ${JSON.stringify(`${codeStyles}<table id="diffTable">${rows}</table>`)});`;

/** The page of the diff of the file in Gerrit, which its script makes of nested shadow roots. */
export function gerritFile(): string {
  return toPage(
    '<title>sum.ts</title><link rel="preload" as="style" href="/gerrit.css">',
    `html { --dark: #131416 } body { font: 14px/20px Roboto, "Noto Sans", sans-serif }`,
    `<gr-app id="app"></gr-app><script>${script.replaceAll("</", "<\\/")}</script>`,
  );
}
