import { defineLibrary } from "../../scripts/library/defineLibrary.ts";

export default defineLibrary({
  entry: [
    "src/index.ts",
    "src/adapters.ts",
    "src/browser.ts",
    "src/extension.ts",
    "src/otlp.ts",
    "src/sourcegraph.ts",
    "src/testing.ts",
  ],
  tsconfig: "tsconfig.build.json",
});
