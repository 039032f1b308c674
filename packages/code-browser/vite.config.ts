import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig } from "vite";
import { noncePlaceholder } from "./src/api/noncePlaceholder.ts";

const packageFolder = import.meta.dirname;

export default defineConfig({
  root: join(packageFolder, "src/client"),
  cacheDir: join(packageFolder, ".cache/vite"),
  plugins: [react()],
  resolve: { conditions: ["@action-telemetry/source", ...defaultClientConditions] },
  // The server writes each answer's own nonce in its place.
  html: { cspNonce: noncePlaceholder },
  build: {
    outDir: join(packageFolder, "dist/page"),
    emptyOutDir: true,
    target: "es2023",
    // Fonts stay files of their own, which the content security policy of the page asks for.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
  },
});
