import type { ActionContribution } from "../action/ActionContribution.ts";
import type { Diagnostic, DiagnosticCode } from "../action/Diagnostic.ts";
import type { Result } from "../action/Result.ts";
import { ownValue } from "../platform/ownValue.ts";
import { findStructuralProblem } from "./findStructuralProblem.ts";
import { isRecord } from "./isRecord.ts";
import type { Manifest, ManifestContributions } from "./Manifest.ts";
import { parseAction } from "./parseAction.ts";
import { parseMenus } from "./parseMenus.ts";
import { readItems } from "./readItems.ts";
import { Reporter } from "./Reporter.ts";

/** What `parseManifest` judges by. */
export interface ParseManifestOptions {
  /** Origins, such as "https://icons.example.com", that icons may be loaded from. Default: none. */
  readonly iconOrigins?: readonly string[];
  /**
   * Whether an action exists that the manifest does not declare itself, so that its menus may refer
   * to it. Default: none does.
   */
  readonly isKnownAction?: (id: string) => boolean;
}

/** Called in the absence of a usable name. */
const unnamed = "unnamed";

const extensionName = /^[A-Za-z0-9@][A-Za-z0-9._@/-]{0,127}$/;

/**
 * Cleans the manifest of an extension: keeps of it what can be used, as plain frozen data, and says
 * what was left out and why. A manifest whose structure is wrong is rejected as a whole. Never
 * throws, whatever it is given, and calls no getter of it. Only data is kept: a manifest cannot carry
 * functions, and cannot opt in to logging arguments.
 *
 * @param manifest - An extension's manifest, as parsed from JSON.
 *
 * @example
 * ```ts
 * const parsed = parseManifest(JSON.parse(text));
 * if (parsed.ok) console.table(parsed.value.diagnostics);
 * ```
 */
export function parseManifest(
  manifest: unknown,
  options: ParseManifestOptions = {},
): Result<Manifest, Diagnostic> {
  try {
    return parse(manifest, options);
  } catch {
    return reject("manifest-unreadable", unnamed, "", "Reading the manifest failed.");
  }
}

function parse(manifest: unknown, options: ParseManifestOptions): Result<Manifest, Diagnostic> {
  if (!isRecord(manifest)) {
    return reject("manifest-malformed", unnamed, "", "A manifest has to be an object.");
  }
  const id = readName(manifest);
  const contributes = ownValue(manifest, "contributes");
  const problem = findStructuralProblem(contributes);
  if (problem !== undefined) {
    return reject("manifest-malformed", id, problem.path, problem.message);
  }
  const reporter = new Reporter(id);
  if (id === unnamed) {
    reporter.warn("manifest-unnamed", "name", "The manifest has no usable publisher and name.");
  }
  const contributions = parseContributions(contributes, reporter, options);
  const diagnostics = Object.freeze([...reporter.diagnostics]);
  return { ok: true, value: Object.freeze({ id, contributions, diagnostics }) };
}

function reject(
  code: DiagnosticCode,
  extension: string,
  path: string,
  message: string,
): Result<never, Diagnostic> {
  const text = `${message} The extension was rejected.`;
  const diagnostic = { code, severity: "error", message: text, path, extension } as const;
  return { ok: false, error: Object.freeze(diagnostic) };
}

/** The name an extension is registered under: `extensionID`, else "publisher/name". */
function readName(manifest: object): string {
  const publisher = ownValue(manifest, "publisher");
  const name = ownValue(manifest, "name");
  const full =
    typeof publisher === "string" && typeof name === "string" ? `${publisher}/${name}` : name;
  for (const candidate of [ownValue(manifest, "extensionID"), full]) {
    if (typeof candidate === "string" && extensionName.test(candidate)) return candidate;
  }
  return unnamed;
}

function parseContributions(
  contributes: unknown,
  reporter: Reporter,
  { iconOrigins = [], isKnownAction = () => false }: ParseManifestOptions,
): ManifestContributions {
  if (!isRecord(contributes)) return Object.freeze({ actions: [], menus: {} });
  const actions = parseActions(ownValue(contributes, "actions"), reporter, iconOrigins);
  const own = new Set(actions.map(({ id }) => id));
  const menus = ownValue(contributes, "menus");
  return Object.freeze({
    actions,
    menus: parseMenus(
      isRecord(menus) ? menus : undefined,
      reporter,
      (id) => own.has(id) || isKnownAction(id),
    ),
  });
}

function parseActions(
  list: unknown,
  reporter: Reporter,
  iconOrigins: readonly string[],
): readonly ActionContribution[] {
  if (!Array.isArray(list)) return [];
  const ids = new Set<string>();
  return readItems(list, "actions", reporter, (value, path) => {
    const action = parseAction(value, path, reporter, iconOrigins);
    if (action === undefined) return undefined;
    if (ids.has(action.id)) {
      const message = "Another action before it has the same ID. It was left out.";
      reporter.error("duplicate-action", `${path}.id`, message, action.id);
      return undefined;
    }
    ids.add(action.id);
    return action;
  });
}
