/** Something the person at the terminal can mend; its message is all that is shown. */
export class SetupError extends Error {
  /** @override */
  name = "SetupError";
}
