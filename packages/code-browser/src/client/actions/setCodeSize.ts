import type { ApplicationAction } from "@action-telemetry/actions";

/** The sizes the code is shown in. */
export type CodeSize = "normal" | "large";

/** Reads a code size; anything else is the normal one. */
export function toCodeSize(value: unknown): CodeSize {
  return value === "large" ? "large" : "normal";
}

/**
 * Sets the size of the code. The one action of this application that opts in to logging its argument: one of two words,
 * which tell whether the normal size is large enough, and nothing of the person or the code.
 */
export const setCodeSize: ApplicationAction = {
  id: "codeBrowser.setCodeSize",
  command: "setCodeSize",
  commandArguments: ["${config.codeBrowser.codeSize == 'large' && 'normal' || 'large'}"],
  category: "View",
  title: "${config.codeBrowser.codeSize == 'large' && 'Normal code' || 'Larger code'}",
  iconURL: "code",
  keywords: ["font", "size", "zoom"],
  keybindings: ["Alt+Shift+L"],
  logArguments: (size) => ({ size: toCodeSize(size) }),
};
