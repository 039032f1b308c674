/** The style sheet that gives our custom properties the values of a code host's own look, light and dark. */
export function toHostStyles(tokens: Readonly<Record<string, string>>): string {
  const lines = Object.entries(tokens).map(([name, value]) => `${name}: ${value};`);
  return `.at-frame { ${lines.join(" ")} }`;
}
