import type { MenuEntry } from "./MenuEntry.ts";

/** Neighbours of the same group. */
export interface EntryGroup {
  readonly name: string | undefined;
  readonly entries: readonly MenuEntry[];
}

/** Puts neighbours of the same group together; the order stays. */
export function groupEntries(entries: readonly MenuEntry[]): readonly EntryGroup[] {
  const groups: { name: string | undefined; entries: MenuEntry[] }[] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (last !== undefined && last.name === entry.group) last.entries.push(entry);
    else groups.push({ name: entry.group, entries: [entry] });
  }
  return groups;
}
