import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { runQuietly } from "./runQuietly.mjs";
import { binFolder, workspaceEnvironment, workspaceRoot } from "./workspaceRoot.mjs";

const stampFile = join(workspaceRoot, "node_modules", ".cache", "installed");

/**
 * Installs exactly what the lockfile names. Does nothing when that was done before and the
 * lockfile is still the same.
 */
export async function installDependencies() {
  const stamp = installationStamp();
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return;
  const install = [
    "install",
    "--frozen-lockfile",
    "--reporter=append-only",
    "--config.confirmModulesPurge=false",
  ];
  const installed = join(binFolder, "pnpm");
  // The shim may be there while the package it starts is not, after an installation that was cut short.
  const [command, ...first] =
    existsSync(installed) && existsSync(join(workspaceRoot, "node_modules", "pnpm", "package.json"))
      ? [installed]
      : ["npx", "-y", `pnpm@${pnpmVersion()}`];
  await runQuietly(
    "Installing dependencies",
    command,
    [...first, ...install],
    workspaceEnvironment(),
  );
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp);
}

function installationStamp() {
  const hash = createHash("sha256").update(`${process.platform} ${process.arch}\n`);
  for (const file of ["pnpm-lock.yaml", "pnpm-workspace.yaml", "package.json"]) {
    hash.update(readFileSync(join(workspaceRoot, file)));
  }
  return hash.digest("hex");
}

function pnpmVersion() {
  const { devDependencies } = JSON.parse(readFileSync(join(workspaceRoot, "package.json"), "utf8"));
  return devDependencies.pnpm;
}
