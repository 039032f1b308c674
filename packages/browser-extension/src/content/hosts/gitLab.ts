import { toHostStyles } from "./toHostStyles.ts";

export { gitLab as host } from "@action-telemetry/code-hosts";

/** The look of GitLab. */
export const styles = toHostStyles({
  "--at-font":
    '"GitLab Sans", -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Noto Sans", Ubuntu, sans-serif',
  "--at-font-size": "14px",
  "--at-control-height": "32px",
  "--at-radius": "4px",
  "--at-surface": "light-dark(#ffffff, #333238)",
  "--at-surface-raised": "light-dark(#ffffff, #28272d)",
  "--at-surface-sunken": "light-dark(#fbfafd, #1f1e24)",
  "--at-text": "light-dark(#333238, #ececef)",
  "--at-text-muted": "light-dark(#626168, #a4a3a8)",
  "--at-border": "light-dark(#dcdcde, #434248)",
  "--at-border-strong": "light-dark(#bfbfc3, #626168)",
  "--at-accent": "light-dark(#0b5cad, #9dc7f1)",
  "--at-accent-solid": "light-dark(#1f75cb, #1068bf)",
  "--at-accent-solid-hover": "light-dark(#1068bf, #1f75cb)",
  "--at-accent-subtle": "light-dark(#e9f3fc, #033464)",
  "--at-accent-border": "light-dark(#9dc7f1, #0b5cad)",
  "--at-focus": "light-dark(#1f75cb, #428fdc)",
  "--at-button": "light-dark(#ffffff, #333238)",
  "--at-button-border": "light-dark(#bfbfc3, #626168)",
});
