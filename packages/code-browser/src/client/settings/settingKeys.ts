/** The settings this application knows, by the key an action's `updateConfiguration` names. */
export const settingKeys = {
  /** Whose lines are annotated: `none`, `line` (the selected ones) or `file`. The git-extras extensions' own key. */
  blame: "git.blame.decorations",
  lineWrap: "codeView.lineWrap",
  /** `normal` or `large`. */
  codeSize: "codeBrowser.codeSize",
  /** `light` or `dark`; absent: what the system says. */
  colorTheme: "codeBrowser.colorTheme",
  /** `shown` or `hidden`; absent: shown where there is room. */
  fileTree: "codeBrowser.fileTree",
  /** `off`: shortcuts without a modifier do nothing, for people whose input sets them off by accident. */
  characterKeys: "codeBrowser.characterKeys",
} as const;

/** The key of a setting in the context that expressions are evaluated in. */
export function configKey(setting: string): string {
  return `config.${setting}`;
}
