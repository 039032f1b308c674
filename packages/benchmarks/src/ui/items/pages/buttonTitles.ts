/** The titles of so many buttons. */
export function buttonTitles(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `Action ${index}`);
}

/** What every button does. */
export function run(): void {
  // Mounting is measured, and nobody presses them.
}
