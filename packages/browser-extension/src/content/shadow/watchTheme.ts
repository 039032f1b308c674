/**
 * Calls back whenever the page may have changed between light and dark: code hosts do it by
 * attributes of their root elements, browsers by what the person prefers.
 *
 * @returns ends it
 */
export function watchTheme(document: Document, onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  const what = {
    attributes: true,
    attributeFilter: [
      "class",
      "style",
      "data-color-mode",
      "data-theme",
      "data-dark-theme",
      "data-light-theme",
    ],
  };
  observer.observe(document.documentElement, what);
  if (document.body !== null) observer.observe(document.body, what);
  const preference = document.defaultView?.matchMedia("(prefers-color-scheme: dark)");
  preference?.addEventListener("change", onChange);
  return () => {
    observer.disconnect();
    preference?.removeEventListener("change", onChange);
  };
}
