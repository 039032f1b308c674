import { fileURLToPath } from "node:url";
import type { BrowserCommand } from "vitest/node";
import { buildProduction } from "../../../scripts/bundle/buildProduction.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const source = `
  export * from "@action-telemetry/react";
  export { createActionRegistry } from "@action-telemetry/actions";
  export { createTestRecorder } from "@action-telemetry/telemetry/testing";
  export { createElement } from "react";
  export { createRoot } from "react-dom/client";
`;

/**
 * A copy of this library, for production, as a module whose default export is all of it. With a React of
 * its own, or with that of the page, which it takes from the global `sharedModules`.
 */
export const buildCopy: BrowserCommand<[react: "own" | "shared"]> = async (_context, react) => {
  const files = await buildProduction({
    source,
    root,
    rolldownOptions: {
      ...(react === "shared" && { external: [/^react(-dom)?($|\/)/u] }),
      output: {
        format: "iife",
        name: "copy",
        exports: "named",
        globals: (id) => `sharedModules[${JSON.stringify(id)}]`,
      },
      preserveEntrySignatures: "strict",
    },
  });
  const chunk = files.find((file) => file.type === "chunk");
  if (chunk === undefined) throw new Error("The build gave no script.");
  return `${chunk.code}\nexport default copy;`;
};
