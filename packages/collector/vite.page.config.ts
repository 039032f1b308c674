import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here("src/page/"),
  base: "/analytics/",
  plugins: [react()],
  resolve: { conditions: ["@action-telemetry/source", ...defaultClientConditions] },
  build: {
    outDir: here("dist/page"),
    emptyOutDir: true,
    target: "es2023",
    // Everything is a file of its own: the content security policy allows nothing inline.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
