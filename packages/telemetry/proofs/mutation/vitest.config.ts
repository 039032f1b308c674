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
      // They cover everything, and would run for every mutant; of the model, a few sequences do.
      "src/twoRuns.test.ts",
      // What they look at is not among what is mutated.
      "src/entries.test.ts",
      "src/reliability.test.ts",
    ],
    env: { TELEMETRY_MODEL_RUNS: "40", TELEMETRY_MODEL_SEED: "1" },
    testTimeout: 15_000,
  },
});
