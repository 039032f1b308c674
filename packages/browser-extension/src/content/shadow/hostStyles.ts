import type { CodeHostKind } from "@action-telemetry/code-hosts";

type Tokens = Readonly<Record<string, string>>;

const gitHub: Tokens = {
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
};

const gitLab: Tokens = {
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
};

const bitbucket: Tokens = {
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
};

const phabricator: Tokens = {
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
};

const gerrit: Tokens = {
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
};

/** What makes the components look like those of each code host, in light and in dark. */
export const hostStyles: Readonly<Record<CodeHostKind, string>> = {
  github: toRule(gitHub),
  gitlab: toRule(gitLab),
  "bitbucket-server": toRule(bitbucket),
  "bitbucket-cloud": toRule(bitbucket),
  phabricator: toRule(phabricator),
  gerrit: toRule(gerrit),
};

function toRule(tokens: Tokens): string {
  const lines = Object.entries(tokens).map(([name, value]) => `${name}: ${value};`);
  return `.at-frame { ${lines.join(" ")} }`;
}
