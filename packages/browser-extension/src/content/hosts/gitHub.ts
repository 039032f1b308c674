import { toHostStyles } from "./toHostStyles.ts";

export { gitHub as host } from "@action-telemetry/code-hosts";

/** The look of GitHub. */
export const styles = toHostStyles({
  "--at-font":
    '-apple-system, BlinkMacSystemFont, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif',
  "--at-font-size": "12px",
  "--at-control-height": "28px",
  "--at-surface": "light-dark(#f6f8fa, #212830)",
  "--at-surface-raised": "light-dark(#ffffff, #010409)",
  "--at-surface-sunken": "light-dark(#f6f8fa, #151b23)",
  "--at-text": "light-dark(#25292e, #d1d7e0)",
  "--at-text-muted": "light-dark(#59636e, #9198a1)",
  "--at-border": "light-dark(#d1d9e0, #3d444d)",
  "--at-border-strong": "light-dark(#d1d9e0, #3d444d)",
  "--at-hover": "light-dark(#818b981a, #656c7633)",
  "--at-accent": "light-dark(#0969da, #4493f8)",
  "--at-accent-solid": "light-dark(#1f7a34, #238636)",
  "--at-accent-solid-hover": "light-dark(#1a682c, #1f7a34)",
  "--at-accent-subtle": "light-dark(#ddf4ff, #121d2f)",
  "--at-accent-border": "light-dark(#80ccff, #1f4b85)",
  "--at-focus": "light-dark(#0969da, #1f6feb)",
  "--at-button": "light-dark(#f6f8fa, #212830)",
  "--at-button-border": "light-dark(#d1d9e0, #3d444d)",
  "--at-toolbar-end": "4px",
});
