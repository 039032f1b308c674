import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig } from "vite";
import { keepSourceMaps } from "../../scripts/bundle/keepSourceMaps.ts";
import { noncePlaceholder } from "./src/api/noncePlaceholder.ts";
import { release } from "./src/api/release.ts";

const packageFolder = import.meta.dirname;

export default defineConfig({
  root: join(packageFolder, "src/client"),
  cacheDir: join(packageFolder, ".cache/vite"),
  plugins: [
    react(),
    keepSourceMaps({ release, base: "assets/", folder: join(packageFolder, "dist/sourcemaps") }),
  ],
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
