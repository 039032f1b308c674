import { join } from "node:path";
import type { WorkspacePackage } from "./WorkspacePackage.ts";

const sourceCondition = "@action-telemetry/source";

/** One subpath of a package's `exports`, and the source file behind it. */
export interface PublicEntry {
  /** As it is imported: `@action-telemetry/telemetry/browser`. */
  readonly name: string;
  /** The absolute path of the source file. */
  readonly source: string;
}

/** Every public entry of the given packages. */
export function listPublicEntries(packages: readonly WorkspacePackage[]): readonly PublicEntry[] {
  return packages.flatMap(({ path, json }) =>
    Object.entries(json.exports ?? {}).map(([subpath, target]) => {
      const file = typeof target === "string" ? target : (target[sourceCondition] ?? "");
      return { name: json.name + subpath.slice(1), source: join(path, file) };
    }),
  );
}

/** Packages whose published `exports` differ from those in the workspace, as sentences. */
export function findUnpublishedEntries(packages: readonly WorkspacePackage[]): readonly string[] {
  return packages
    .filter(({ json }) => json.private !== true)
    .flatMap(({ json }) => {
      const published = Object.keys(json.publishConfig?.exports ?? {});
      return Object.keys(json.exports ?? {})
        .filter((subpath) => !published.includes(subpath))
        .map(
          (subpath) => `${json.name} does not publish ${subpath}: add it to publishConfig.exports`,
        );
    });
}
