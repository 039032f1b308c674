import type { Diagnostic } from "../action/Diagnostic.ts";
import type { Result } from "../action/Result.ts";
import type { Manifest } from "./Manifest.ts";

export interface ParseManifestOptions {
  /** Origins that icons may be loaded from. Default: none. */
  readonly iconOrigins?: readonly string[];
  /** Whether an action that the manifest does not declare itself exists. Default: none does. */
  readonly isKnownAction?: (id: string) => boolean;
}

export function parseManifest(
  _manifest: unknown,
  _options: ParseManifestOptions = {},
): Result<Manifest, Diagnostic> {
  return {
    ok: false,
    error: { code: "manifest-malformed", severity: "error", message: "Not written yet." },
  };
}
