/** Builds, packs and examines every published package as those will get it who install it. */
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

interface PackageJson {
  readonly name: string;
  readonly private?: boolean;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, unknown>>;
}

const workspaceRoot = join(import.meta.dirname, "../..");
const tarballs = join(workspaceRoot, "node_modules/.cache/tarballs");

function readPublicPackages() {
  const packages = join(workspaceRoot, "packages");
  return readdirSync(packages)
    .map((folder) => join(packages, folder))
    .map((path) => ({
      path,
      json: JSON.parse(readFileSync(join(path, "package.json"), "utf8")) as PackageJson,
    }))
    .filter(({ json }) => json.private !== true);
}

/** Runs a command of the package; its output is shown only when it fails. */
function run(cwd: string, ...pnpmArguments: readonly string[]): boolean {
  try {
    execFileSync("pnpm", pnpmArguments, { cwd, stdio: "pipe", encoding: "utf8" });
    return true;
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    process.stderr.write(`${cwd}: pnpm ${pnpmArguments.join(" ")}\n${stdout}${stderr}\n`);
    return false;
  }
}

function check({ path, json }: ReturnType<typeof readPublicPackages>[number]): boolean {
  const tarball = join(tarballs, `${json.name.replace(/^.*\//u, "")}.tgz`);
  const styleSheets = Object.keys(json.exports ?? {}).filter((subpath) => subpath.endsWith(".css"));
  const excluded = styleSheets.length > 0 ? ["--exclude-entrypoints", ...styleSheets] : [];
  const hasPage = json.scripts?.["build:page"] !== undefined;
  return (
    run(path, "run", "build") &&
    (!hasPage || run(path, "run", "build:page")) &&
    run(path, "pack", "--out", tarball) &&
    // Both must speak, so that one run shows all there is to mend.
    [
      run(workspaceRoot, "exec", "publint", tarball, "--strict"),
      run(workspaceRoot, "exec", "attw", tarball, "--profile", "esm-only", ...excluded),
    ].every(Boolean)
  );
}

rmSync(tarballs, { recursive: true, force: true });
mkdirSync(tarballs, { recursive: true });
process.exitCode = readPublicPackages().map(check).every(Boolean) ? 0 : 1;
