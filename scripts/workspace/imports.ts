import { posix } from "node:path";
import type { SourceFile } from "./sourceFiles.ts";

const importPattern =
  /^\s*(?:import|export)\b(?:[^"';]*?\bfrom)?\s*"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)/gmu;

/** The module names a file imports or re-exports, those of types included. */
export function readImports(text: string): readonly string[] {
  return [...text.matchAll(importPattern)].map(([, fixed, dynamic]) => fixed ?? dynamic ?? "");
}

/** The files that a file imports by path, from the root of the workspace. */
function readImportedPaths({ path, text }: SourceFile): readonly string[] {
  return readImports(text)
    .filter((name) => name.startsWith("."))
    .map((name) => posix.join(posix.dirname(path), name.replace(/\?.*$/u, "")));
}

const packageFolder = (path: string) => /^packages\/[^/]+\//u.exec(path)?.[0];

/** The imports that reach by path from one package into another, as sentences. */
export function findForeignPaths(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) => {
    const own = packageFolder(file.path);
    return readImportedPaths(file)
      .map((imported) => ({ imported, other: packageFolder(imported) }))
      .filter(({ other }) => own !== undefined && other !== undefined && other !== own)
      .map(({ imported }) => `${file.path} imports ${imported}: import the package by its name`);
  });
}

/** The groups of files that import one another in a circle, each as one sentence. */
export function findImportCycles(files: readonly SourceFile[]): readonly string[] {
  const importsByPath = new Map(files.map((file) => [file.path, readImportedPaths(file)]));
  const cycles: string[] = [];
  const finished = new Set<string>();
  const visit = (path: string, trail: readonly string[]) => {
    const start = trail.indexOf(path);
    if (start !== -1) cycles.push([...trail.slice(start), path].join(" → "));
    if (start !== -1 || finished.has(path)) return;
    for (const imported of importsByPath.get(path) ?? []) visit(imported, [...trail, path]);
    finished.add(path);
  };
  for (const path of importsByPath.keys()) visit(path, []);
  return cycles;
}
