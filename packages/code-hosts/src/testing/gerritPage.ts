/** The page that Gerrit starts from, before its elements have made their shadow roots. */
export const gerritPage = `<html><head><script src="/cdn/gr-app.js"></script></head><body><gr-app id="app"></gr-app></body></html>`;

/** Gives an element an open shadow root with this content, and returns the root. */
function attach(element: Element | null, html: string): ShadowRoot {
  if (element === null) throw new Error("The page has no such element.");
  const root = element.attachShadow({ mode: "open" });
  root.innerHTML = html;
  return root;
}

/** Adds the shadow roots of Gerrit's application, with `page` inside the innermost. */
export function attachGerritApp(document: Document, page: string): ShadowRoot {
  const app = attach(
    document.querySelector("gr-app"),
    '<gr-app-element id="app-element"></gr-app-element>',
  );
  const element = attach(
    app.querySelector("gr-app-element"),
    `<gr-main-header id="mainHeader"></gr-main-header>${page}`,
  );
  attach(element.querySelector("gr-main-header"), '<div class="rightItems"></div>');
  return element;
}

const attachDiff = (host: Element | null) => {
  const diff = attach(host, '<gr-diff id="diff"></gr-diff>');
  attach(diff.querySelector("gr-diff"), '<table id="diffTable"></table>');
};

/** Makes the page of the diff of one file. */
export function attachDiffView(document: Document): void {
  const app = attachGerritApp(document, "<gr-diff-view></gr-diff-view>");
  const view = attach(
    app.querySelector("gr-diff-view"),
    '<div class="subHeader"><div class="patchRangeLeft"></div></div><gr-diff-host id="diffHost"></gr-diff-host>',
  );
  attachDiff(view.querySelector("gr-diff-host"));
}

/** Makes the page of a change with one expanded and one collapsed file. */
export function attachChangeView(document: Document): void {
  const app = attachGerritApp(document, "<gr-change-view></gr-change-view>");
  const view = attach(
    app.querySelector("gr-change-view"),
    '<gr-change-actions id="actions"></gr-change-actions><gr-file-list id="fileList"></gr-file-list>',
  );
  attach(view.querySelector("#actions"), '<section id="secondaryActions"></section>');
  const list = attach(
    view.querySelector("#fileList"),
    `<div class="stickyArea"><div class="file-row row expanded" data-file='{"path":"dir/a.ts"}'><a href="/c/p/q/+/12345/2/dir/a.ts">a</a></div></div>
     <gr-diff-host></gr-diff-host>
     <div class="stickyArea"><div class="file-row row" data-file='{"path":"dir/b.ts"}'></div></div>`,
  );
  attachDiff(list.querySelector("gr-diff-host"));
}

/** Makes the page of the diff of one file as version 2 does: without shadow roots, and with fewer elements. */
export const oldGerritPage = `<html><head><script src="/elements/gr-app.js"></script></head><body><gr-app id="app">
  <gr-main-header id="mainHeader"><div class="rightItems"></div></gr-main-header>
  <gr-diff-view><div class="subHeader"><div class="patchRangeLeft"></div><div></div></div>
  <gr-diff id="diff"><table id="diffTable"><tr><td class="lineNum left" data-value="3"></td><td class="lineNum right" data-value="4"></td>
  <td class="content"><div class="contentText" data-side="right">code</div></td></tr></table></gr-diff></gr-diff-view></gr-app></body></html>`;
