/** Lets others have their turn between two steps of a long task. */
export function takeTurns(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
