import { join } from "node:path";
import { build, defaultClientConditions, type Rolldown } from "vite";

/** Builds the page of components for production, from sources, as one script. */
export async function buildPage(): Promise<string> {
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
  const [script] = outputs.flatMap(({ output }) => output).filter((file) => file.type === "chunk");
  if (script === undefined) throw new Error("The build has no output.");
  return script.code;
}
