import { defineLibrary } from "../../scripts/library/defineLibrary.ts";

export default defineLibrary({
  entry: ["src/index.ts", "src/cli.ts", "src/store/sqlite/threads/*Thread.ts"],
  platform: "node",
});
