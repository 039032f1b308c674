import type { PaletteMode } from "@action-telemetry/react";

const paths = ["src/index.ts", "src/client/App.tsx", "src/server/main.ts", "README.md"];

/** A list that is there at once. */
export const files: PaletteMode = {
  prefix: "#",
  title: "Files",
  items: paths.map((path) => ({ id: path, title: path, action: "toggleLineWrap" })),
};

/** A list that never comes. */
export const slow: PaletteMode = {
  prefix: "@",
  title: "Symbols",
  find: (_query, { signal }) =>
    new Promise((resolve) => {
      signal.addEventListener("abort", () => resolve([]));
    }),
};

/** A list that cannot be loaded. */
export const broken: PaletteMode = {
  prefix: "!",
  title: "Deployments",
  find: () => Promise.reject(new Error("offline")),
};
