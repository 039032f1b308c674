import { toHostStyles } from "./toHostStyles.ts";

export { phabricator as host } from "@action-telemetry/code-hosts";

/** The look of Phabricator. */
export const styles = toHostStyles({
  "--at-font":
    '"Segoe UI", "Segoe UI Emoji", "Segoe UI Symbol", Lato, "Helvetica Neue", Helvetica, Arial, sans-serif',
  "--at-font-size": "13px",
  "--at-control-height": "28px",
  "--at-radius": "3px",
  "--at-radius-small": "2px",
  "--at-surface": "light-dark(#f7f7f9, #2b3544)",
  "--at-text": "light-dark(#464c5c, #e3e8f0)",
  "--at-text-muted": "light-dark(#5d6678, #a9b3c4)",
  "--at-border": "light-dark(#c7ccd9, #465366)",
  "--at-border-strong": "light-dark(#c7ccd9, #56647a)",
  "--at-accent": "light-dark(#136cb2, #6fb1e8)",
  "--at-accent-solid": "light-dark(#136cb2, #2277b8)",
  "--at-accent-solid-hover": "light-dark(#0f5690, #1b659d)",
  "--at-focus": "light-dark(#136cb2, #6fb1e8)",
  "--at-button": "light-dark(#f7f7f9, #2b3544)",
  "--at-button-border": "light-dark(#c7ccd9, #465366)",
});
