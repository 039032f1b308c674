import { defineConfig } from "vitest/config";

const root = new URL("../..", import.meta.url).pathname;

/** The tests of this package, without what the workspace adds to them. */
export default defineConfig({
  root,
  test: { root, include: ["src/**/*.test.ts"] },
});
