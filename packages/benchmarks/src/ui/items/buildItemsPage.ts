import { fileURLToPath } from "node:url";
import { build, defaultClientConditions, type Rolldown } from "vite";

const packageRoot = fileURLToPath(new URL("../../..", import.meta.url));

/** The page of the benchmark, built for production. */
export interface ItemsPage {
  readonly script: string;
  readonly styles: string;
}

/** Builds the page that mounts the variants. */
export async function buildItemsPage(): Promise<ItemsPage> {
  const result = await build({
    root: packageRoot,
    configFile: false,
    logLevel: "error",
    mode: "production",
    define: { "process.env.NODE_ENV": '"production"' },
    resolve: { conditions: ["@action-telemetry/source", ...defaultClientConditions] },
    oxc: { jsx: { runtime: "automatic" } },
    build: {
      write: false,
      target: "es2023",
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: { input: fileURLToPath(new URL("pages/main.tsx", import.meta.url)) },
    },
  });
  const outputs = Array.isArray(result) ? result : [result as Rolldown.RolldownOutput];
  const files = outputs.flatMap(({ output }) => output);
  const script = files.find((file) => file.type === "chunk");
  const styles = files.find((file) => file.type === "asset" && file.fileName.endsWith(".css"));
  if (script?.type !== "chunk" || styles?.type !== "asset") {
    throw new Error("The build of the page has no script or no styles.");
  }
  return { script: script.code, styles: String(styles.source) };
}
