import { toHostStyles } from "./toHostStyles.ts";

export { gerrit as host } from "@action-telemetry/code-hosts";

/** The look of Gerrit. */
export const styles = toHostStyles({
  "--at-font": "Roboto, Arial, sans-serif",
  "--at-font-size": "14px",
  "--at-control-height": "28px",
  "--at-radius": "4px",
  "--at-surface": "light-dark(#ffffff, #3b3d3f)",
  "--at-text": "light-dark(#202124, #e8eaed)",
  "--at-text-muted": "light-dark(#5f6368, #bdc1c6)",
  "--at-border": "light-dark(#dadce0, #5f6368)",
  "--at-border-strong": "light-dark(#dadce0, #5f6368)",
  "--at-accent": "light-dark(#185abc, #8ab4f8)",
  "--at-accent-subtle": "light-dark(#e8f0fe, #263850)",
  "--at-accent-solid": "light-dark(#1a73e8, #3367d6)",
  "--at-accent-solid-hover": "light-dark(#1765cc, #2a56c6)",
  "--at-focus": "light-dark(#1a73e8, #8ab4f8)",
  "--at-button-gap": "2px",
});
