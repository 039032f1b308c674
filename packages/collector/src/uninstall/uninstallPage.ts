import { createHash } from "node:crypto";

const style = `
:root { color-scheme: light dark; font: 1rem/1.6 system-ui, sans-serif; }
body { margin: 18vh auto 0; max-width: 34rem; padding: 0 1.5rem; }
h1 { font-size: 1.5rem; line-height: 1.25; }
`;

/** What a person sees whose browser has just removed the extension. It knows nothing of them, and loads nothing. */
export const uninstallPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>The extension was removed</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>The extension was removed</h1>
<p>With it went all that it kept in this browser: its settings, its random ID, and whatever it had not sent yet. It sends nothing any more.</p>
<p>What this instance has received before carries that random ID and no name, and is deleted with its age. Nobody can tell any more that it was yours.</p>
</main>
</body>
</html>
`;

/** The only style that the page may have. */
export const uninstallPagePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");
