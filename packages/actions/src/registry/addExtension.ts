import type { Diagnostic } from "../action/Diagnostic.ts";
import type { Result } from "../action/Result.ts";
import { parseManifest } from "../manifest/parseManifest.ts";
import type { RegisteredExtension } from "./ActionRegistry.ts";
import { compileContributions } from "./compileContributions.ts";
import type { SourceSet } from "./createSourceSet.ts";
import type { ResolveOptions } from "./ResolveOptions.ts";

/** The name of manifests that do not say theirs; any number of them may be registered. */
const unnamed = "unnamed";

/** Adds an extension, or refuses it with a diagnostic. */
export function addExtension(
  set: SourceSet,
  manifest: unknown,
  options: ResolveOptions,
): Result<RegisteredExtension, Diagnostic> {
  const parsed = parseManifest(manifest, {
    iconOrigins: options.iconOrigins ?? [],
    // Dangling IDs are judged by the catalogue, where others may still come and go.
    isKnownAction: () => true,
  });
  if (!parsed.ok) return refuse(set, parsed.error);
  const { id, contributions, diagnostics } = parsed.value;
  if (id !== unnamed && set.sources().some(({ extension }) => extension === id)) {
    return refuse(set, {
      code: "duplicate-extension",
      severity: "error",
      message: `The extension ${id} is registered already; this manifest was left out.`,
      extension: id,
    });
  }
  const origin = set.createOrigin(id);
  for (const diagnostic of diagnostics) origin.log.add(diagnostic);
  const unregister = set.add(compileContributions(contributions, origin, options));
  return { ok: true, value: Object.freeze({ id, unregister }) };
}

function refuse(set: SourceSet, diagnostic: Diagnostic): Result<never, Diagnostic> {
  set.refuse(diagnostic);
  return { ok: false, error: diagnostic };
}
