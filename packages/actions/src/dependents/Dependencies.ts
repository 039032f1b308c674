import type { References } from "../expression/References.ts";

/** What a value depends on. */
export type Dependencies = Pick<References, "references" | "readsWholeContext">;

/** Depends on nothing: the same in every context. */
export const noDependencies: Dependencies = Object.freeze({
  references: new Set<string>(),
  readsWholeContext: false,
});

/** What depends on any of the parts, depends on all of this. */
export function mergeDependencies(parts: readonly Dependencies[]): Dependencies {
  const dependent = parts.filter((part) => !isConstant(part));
  const [only = noDependencies] = dependent;
  // Most have one part that is no constant, or none, and share its set.
  if (dependent.length < 2) return only;
  return {
    references: new Set(dependent.flatMap(({ references }) => [...references])),
    readsWholeContext: dependent.some(({ readsWholeContext }) => readsWholeContext),
  };
}

/** Whether it is the same in every context. */
export function isConstant({ references, readsWholeContext }: Dependencies): boolean {
  return references.size === 0 && !readsWholeContext;
}
