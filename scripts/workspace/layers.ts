import type { WorkspacePackage } from "./WorkspacePackage.ts";

const scope = "@action-telemetry/";
const library = [
  "event-schema",
  "actions",
  "telemetry",
  "react",
  "error-reporting",
  "code-hosts",
] as const;

/**
 * The packages of the workspace that each package may import: only such as lie on a layer below it.
 * ARCHITECTURE.md draws it; the lint configuration holds the same table, file by file.
 */
export const allowedByPackage: Readonly<Record<string, readonly string[]>> = {
  "event-schema": [],
  actions: [],
  telemetry: ["event-schema"],
  react: ["actions", "telemetry"],
  "error-reporting": [],
  "code-hosts": ["event-schema"],
  collector: ["event-schema"],
  "browser-extension": library,
  "code-browser": [...library, "collector"],
  benchmarks: [...library, "collector"],
};

/** The dependencies that break the layers, as sentences; dependencies for tests count like any other. */
export function findLayerFaults(packages: readonly WorkspacePackage[]): readonly string[] {
  return packages.flatMap(({ folder, json }) => {
    const allowed = allowedByPackage[folder];
    if (allowed === undefined)
      return [`${folder} has no layer: add it to scripts/workspace/layers.ts`];
    const { dependencies, devDependencies, peerDependencies, optionalDependencies } = json;
    return Object.keys({
      ...dependencies,
      ...devDependencies,
      ...peerDependencies,
      ...optionalDependencies,
    })
      .filter((name) => name.startsWith(scope))
      .map((name) => name.slice(scope.length))
      .filter((name) => !allowed.includes(name))
      .map((name) => `${folder} may not depend on ${name}`);
  });
}
