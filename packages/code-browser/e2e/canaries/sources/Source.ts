import { secretOf } from "../../../../../scripts/canaries/secrets/secretOf.ts";

/** A place where a secret is planted. */
export interface Source {
  readonly name: string;
  readonly value: string;
  /** The sinks where it is by its nature, such as a cookie among the cookies: it has to be found there. */
  readonly home: readonly string[];
  /** The sinks where it may be for a moment. */
  readonly passing: readonly string[];
}

/** What is out of the ordinary about a source. */
export interface SourceNote extends Partial<Pick<Source, "home" | "passing">> {
  /** Stands between the words of its secret where a space cannot. */
  readonly separator?: string;
}

/** Makes sources out of notes by their names. */
export function toSources(notes: Readonly<Record<string, SourceNote>>): Source[] {
  return Object.entries(notes).map(([name, { separator, home = [], passing = [] }]) => ({
    name,
    value: secretOf(name, separator),
    home,
    passing,
  }));
}
