// Runs before the first paint, so that a page in the dark theme never flashes white.
try {
  const settings = JSON.parse(localStorage.getItem("codeBrowser.settings") ?? "{}");
  const theme = settings["codeBrowser.colorTheme"];
  if (theme === "light" || theme === "dark") {
    document.documentElement.dataset.theme = theme;
  }
} catch {
  // Storage that cannot be read leaves the theme to the system.
}
