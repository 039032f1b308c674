/** The color theme that a page shows: the one its document names, otherwise the system's. */
export function shownTheme(window: Window): "light" | "dark" {
  const named = window.document.documentElement.dataset["theme"];
  if (named === "light" || named === "dark") {
    return named;
  }
  return window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}
