import { toHostStyles } from "./toHostStyles.ts";

/** The look of Bitbucket, Server and Cloud. */
export const bitbucketStyles = toHostStyles({
  "--at-font":
    '-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, Oxygen, Ubuntu, "Helvetica Neue", sans-serif',
  "--at-font-size": "14px",
  "--at-control-height": "30px",
  "--at-radius": "3px",
  "--at-radius-small": "2px",
  "--at-shadow-small": "none",
  "--at-surface": "light-dark(#f4f5f7, #22272b)",
  "--at-surface-raised": "light-dark(#ffffff, #282e33)",
  "--at-surface-sunken": "light-dark(#f1f2f4, #161a1d)",
  "--at-text": "light-dark(#344563, #b6c2cf)",
  "--at-text-muted": "light-dark(#44546f, #9fadbc)",
  "--at-border": "light-dark(#dcdfe4, #39424a)",
  "--at-border-strong": "light-dark(#dcdfe4, #454f59)",
  "--at-accent": "light-dark(#0c66e4, #85b8ff)",
  "--at-accent-solid": "light-dark(#0c66e4, #1868db)",
  "--at-accent-solid-hover": "light-dark(#0055cc, #1558bc)",
  "--at-accent-subtle": "light-dark(#e9f2ff, #1c2b41)",
  "--at-accent-border": "light-dark(#85b8ff, #09326c)",
  "--at-focus": "light-dark(#388bff, #85b8ff)",
  "--at-button": "light-dark(#f4f5f7, #22272b)",
});
