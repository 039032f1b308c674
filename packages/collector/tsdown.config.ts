import { defineConfig } from "tsdown";

export default defineConfig({
  entry: ["src/index.ts", "src/cli.ts"],
  platform: "node",
  dts: true,
  // The page is built beside it, by build:page, into dist/page.
  clean: ["dist/*.js", "dist/*.d.ts"],
});
