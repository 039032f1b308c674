/** Keys that make no character, and Space and Plus, by their names in lower case. */
export const keyNames: ReadonlyMap<string, string> = new Map(
  [
    "ArrowDown ArrowLeft ArrowRight ArrowUp Backspace ContextMenu Delete End Enter Escape Home",
    "Insert PageDown PageUp Space Tab",
    "F1 F2 F3 F4 F5 F6 F7 F8 F9 F10 F11 F12 F13 F14 F15 F16 F17 F18 F19 F20 F21 F22 F23 F24",
  ]
    .flatMap((names) => names.split(" "))
    .map((name): [string, string] => [name.toLowerCase(), name])
    .concat([
      ["del", "Delete"],
      ["down", "ArrowDown"],
      ["esc", "Escape"],
      ["left", "ArrowLeft"],
      ["plus", "+"],
      ["return", "Enter"],
      ["right", "ArrowRight"],
      ["up", "ArrowUp"],
    ]),
);
