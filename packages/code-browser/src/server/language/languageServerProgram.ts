import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/**
 * The TypeScript language server's program on this machine, or `undefined` when the `typescript` package has none for
 * this platform. It is a native program, so that no second JavaScript engine has to start.
 */
export function languageServerProgram(): string | undefined {
  try {
    const typescript = createRequire(import.meta.url).resolve("typescript/package.json");
    const platform = `@typescript/typescript-${process.platform}-${process.arch}/package.json`;
    const folder = dirname(createRequire(typescript).resolve(platform));
    const program = join(folder, "lib", process.platform === "win32" ? "tsc.exe" : "tsc");
    return existsSync(program) ? program : undefined;
  } catch {
    return undefined;
  }
}
