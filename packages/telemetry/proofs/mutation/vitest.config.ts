import { defaultServerConditions } from "vite";
import { defineConfig } from "vitest/config";

const root = new URL("../..", import.meta.url).pathname;

/** The tests in Node alone, and of these the brief ones. */
export default defineConfig({
  root,
  ssr: { resolve: { conditions: ["@action-telemetry/source", ...defaultServerConditions] } },
  test: {
    root,
    include: ["src/**/*.test.ts"],
    exclude: [
      "src/**/*.browser.test.ts",
      "src/browser/**",
      "src/transport/otlp/**",
      // They cover everything, and would run for every mutant.
      "src/clientModel.test.ts",
      "src/twoRuns.test.ts",
    ],
    testTimeout: 15_000,
  },
});
