import { copyFile } from "node:fs/promises";
import { defineLibrary } from "../../scripts/library/defineLibrary.ts";

export default defineLibrary({
  entry: ["src/index.ts", "src/react.ts", "src/relay.ts"],
  onSuccess: async () => {
    await copyFile("src/styles.css", "dist/styles.css");
    await copyFile("src/styles.css.d.ts", "dist/styles.css.d.ts");
  },
});
