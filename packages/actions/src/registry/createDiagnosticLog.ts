import type { Diagnostic } from "../action/Diagnostic.ts";

/** Keeps the diagnostics of one source of contributions: each once, and not too many. */
export interface DiagnosticLog {
  add(diagnostic: Diagnostic): void;
  readonly entries: readonly Diagnostic[];
}

/** More would be read by nobody. */
const mostEntries = 100;

/**
 * Makes an empty log.
 *
 * @param onAdd - Called after an entry was added.
 */
export function createDiagnosticLog(onAdd: () => void): DiagnosticLog {
  const entries: Diagnostic[] = [];
  const known = new Set<string>();
  return {
    entries,
    add(diagnostic) {
      const key = JSON.stringify([diagnostic.code, diagnostic.path, diagnostic.actionId]);
      if (entries.length >= mostEntries || known.has(key)) return;
      known.add(key);
      entries.push(Object.freeze(diagnostic));
      onAdd();
    },
  };
}
