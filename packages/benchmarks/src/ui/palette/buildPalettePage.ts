import { fileURLToPath } from "node:url";
import { build, defaultClientConditions, type Rolldown } from "vite";

const packageRoot = fileURLToPath(new URL("../../..", import.meta.url));
const entryId = "virtual:entry";

/** A page of the benchmark, built for production. */
export interface PalettePageFiles {
  readonly script: string;
  readonly styles: string;
}

/**
 * Builds the page of one palette.
 *
 * @param id names the module in `pages`
 */
export async function buildPalettePage(id: string): Promise<PalettePageFiles> {
  const source =
    `import { installDriver } from "/src/ui/palette/pages/driver.tsx";\n` +
    `import { App } from "/src/ui/palette/pages/${id}.tsx";\ninstallDriver(App);`;
  const result = await build({
    root: packageRoot,
    configFile: false,
    logLevel: "error",
    mode: "production",
    define: { "process.env.NODE_ENV": '"production"' },
    resolve: { conditions: ["@action-telemetry/source", ...defaultClientConditions] },
    oxc: { jsx: { runtime: "automatic" } },
    plugins: [
      {
        name: "entry",
        resolveId: (name) => (name === entryId ? name : undefined),
        load: (name) => (name === entryId ? { code: source, moduleSideEffects: true } : undefined),
      },
    ],
    build: {
      write: false,
      target: "es2023",
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: { input: entryId, output: { codeSplitting: false } },
    },
  });
  const outputs = Array.isArray(result) ? result : [result as Rolldown.RolldownOutput];
  const files = outputs.flatMap(({ output }) => output);
  const script = files.find((file) => file.type === "chunk");
  const styles = files.find((file) => file.type === "asset" && file.fileName.endsWith(".css"));
  if (script?.type !== "chunk") throw new Error(`The build of the page ${id} has no script.`);
  return {
    script: script.code,
    styles: styles?.type === "asset" ? String(styles.source) : "",
  };
}
