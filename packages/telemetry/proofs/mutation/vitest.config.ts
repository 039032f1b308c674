import { defaultServerConditions } from "vite";
import { defineConfig } from "vitest/config";

const root = new URL("../..", import.meta.url).pathname;

/** The tests in Node alone: those in a browser would take hours, and prove the browser's part. */
export default defineConfig({
  root,
  ssr: { resolve: { conditions: ["@action-telemetry/source", ...defaultServerConditions] } },
  test: {
    root,
    include: ["src/**/*.test.ts"],
    exclude: ["src/**/*.browser.test.ts", "src/browser/pageEnd.test.ts", "src/transport/otlp/**"],
    testTimeout: 15_000,
  },
});
