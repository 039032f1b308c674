import { defineLibrary } from "../../scripts/library/defineLibrary.ts";

export default defineLibrary({
  entry: ["src/index.ts", "src/browser.ts", "src/testing.ts"],
  tsconfig: "tsconfig.build.json",
});
