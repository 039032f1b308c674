/** How much of one extension's manifest is looked at. */
export const manifestLimits = {
  /** Actions of one extension, and items of one menu of it. */
  items: 2000,
  /** Diagnostics kept of one manifest. */
  diagnostics: 500,
  /** Nesting of objects and lists in the arguments of a command. */
  argumentsDepth: 16,
  /** Values in the arguments of a command, counting nested ones. */
  argumentsValues: 1000,
  /** Keybindings and keywords of one action. */
  words: 20,
  /** Length of one keybinding, keyword, command or group, in UTF-16 code units. */
  wordLength: 128,
} as const;
