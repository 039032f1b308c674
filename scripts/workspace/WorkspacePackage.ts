import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What a package.json of this workspace may say, as far as the checks read it. */
export interface PackageJson {
  readonly name: string;
  readonly private?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly publishConfig?: {
    readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  };
}

/** A package below `packages/`. */
export interface WorkspacePackage {
  /** Its folder's name, which is its name without the scope. */
  readonly folder: string;
  readonly path: string;
  readonly json: PackageJson;
}

/** The folder of the whole workspace. */
export const workspaceRoot = join(import.meta.dirname, "../..");

/** Every package below `packages/`, by name. */
export function readWorkspacePackages(root = workspaceRoot): readonly WorkspacePackage[] {
  const packages = join(root, "packages");
  return readdirSync(packages)
    .filter((folder) => existsSync(join(packages, folder, "package.json")))
    .map((folder) => {
      const path = join(packages, folder);
      const json = JSON.parse(readFileSync(join(path, "package.json"), "utf8")) as PackageJson;
      return { folder, path, json };
    });
}
