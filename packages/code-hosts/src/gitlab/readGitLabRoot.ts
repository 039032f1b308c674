const pattern = /\bgon\.relative_url_root\s*=\s*["'](\/[\w./-]*)["']/u;
const known = new WeakMap<Document, string>();

/** The path that GitLab is installed below, by the page's own settings; `""` for none. */
export function readGitLabRoot(document: Document): string {
  const before = known.get(document);
  if (before !== undefined) return before;
  let root = "";
  for (const script of document.querySelectorAll("script:not([src])")) {
    root = pattern.exec(script.textContent ?? "")?.[1] ?? "";
    if (root !== "") break;
  }
  known.set(document, root);
  return root;
}
