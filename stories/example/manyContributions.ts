import type { Contributions } from "@action-telemetry/actions";

/** So many actions in groups of 64, with titles made of a few words and a number. */
export function manyContributions(count: number): Contributions {
  const verbs = ["Open", "Close", "Move", "Copy", "Compare", "Rename", "Format", "Fold"];
  const nouns = ["file", "folder", "editor", "panel", "branch", "commit", "symbol", "selection"];
  const actions = Array.from({ length: count }, (_, index) => ({
    id: `many.action${index}`,
    title: `${verbs[index % 8] as string} ${nouns[Math.floor(index / 8) % 8] as string} ${index}`,
    category: `Group ${Math.floor(index / 64) + 1}`,
    run: () => undefined,
  }));
  return {
    actions,
    menus: { commandPalette: actions.map(({ id, category }) => ({ action: id, group: category })) },
  };
}
