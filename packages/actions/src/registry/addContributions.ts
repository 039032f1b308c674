import type { Contributions } from "../action/Contributions.ts";
import { isActionId } from "../action/isActionId.ts";
import { compileContributions } from "./compileContributions.ts";
import type { ContributionSource } from "./ContributionSource.ts";
import type { SourceSet } from "./createSourceSet.ts";
import type { ResolveOptions } from "./ResolveOptions.ts";

/**
 * Adds what the application contributes, all or nothing.
 *
 * @throws Error when an ID is malformed or taken by the application, or a field cannot be parsed.
 */
export function addContributions(
  set: SourceSet,
  contributions: Contributions,
  options: ResolveOptions,
): () => void {
  const builtins = set.sources().filter(({ extension }) => extension === undefined);
  for (const { id } of contributions.actions ?? []) checkId(id, builtins);
  const source = compileContributions(contributions, set.createOrigin(), options);
  const mistake = source.log.entries.find(({ severity }) => severity === "error");
  if (mistake !== undefined) {
    throw new Error(
      `@action-telemetry/actions: registerContributions was given something malformed at ${mistake.path ?? "an unknown place"}. ${mistake.message} It would be missing from the interface without a word, so nothing was registered. Correct it and register again.`,
    );
  }
  return set.add(source);
}

function checkId(id: unknown, builtins: readonly ContributionSource[]): void {
  if (!isActionId(id)) {
    throw new Error(
      `@action-telemetry/actions: registerContributions was given a malformed action ID, ${JSON.stringify(id)}. Executions are logged under this ID, so it has to be safe everywhere. Use letters, digits, dots, underscores, slashes and hyphens, as defineAction checks.`,
    );
  }
  if (builtins.some(({ actionById }) => actionById.has(id))) {
    throw new Error(
      `@action-telemetry/actions: the application has registered the action ${id} before. Two actions of one ID could not be told apart, neither in menus nor in what is logged. Unregister the first one, or give this one another ID.`,
    );
  }
}
