import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { type Plugin, defaultClientConditions, defineConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Writes scripts and styles by Brotli too, as `name.br`: once, and tighter than could be done while somebody waits. */
const compress: Plugin = {
  name: "compress",
  generateBundle(_, bundle) {
    for (const [name, file] of Object.entries(bundle)) {
      if (!/\.(?:js|css)$/u.test(name)) continue;
      const source = brotliCompressSync(file.type === "chunk" ? file.code : file.source);
      this.emitFile({ type: "asset", fileName: `${name}.br`, source });
    }
  },
};

export default defineConfig({
  root: here("src/page/"),
  base: "/analytics/",
  plugins: [react(), compress],
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
