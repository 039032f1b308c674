import { join } from "node:path";
import { build, defaultClientConditions, type Rolldown } from "vite";

/** The page of components, built. */
export interface BuiltPage {
  readonly script: string;
  readonly styles: string;
}

/** Builds it for production, from sources, as an application would. */
export async function buildPage(): Promise<BuiltPage> {
  const result = await build({
    root: join(import.meta.dirname, "../page"),
    configFile: false,
    logLevel: "error",
    // The test runner says "test", which React takes for development.
    oxc: { jsx: { runtime: "automatic", development: false } },
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    resolve: { conditions: ["@action-telemetry/source", ...defaultClientConditions] },
    build: {
      write: false,
      target: "es2023",
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: { input: join(import.meta.dirname, "../page/main.tsx") },
    },
  });
  const outputs = Array.isArray(result) ? result : [result as Rolldown.RolldownOutput];
  const files = outputs.flatMap(({ output }) => output);
  const script = files.find((file) => file.type === "chunk");
  const styles = files.find((file) => file.type === "asset" && file.fileName.endsWith(".css"));
  if (script === undefined || styles?.type !== "asset") throw new Error("The build has no output.");
  return { script: script.code, styles: styles.source.toString() };
}
