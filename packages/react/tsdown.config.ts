import { copyFile, writeFile } from "node:fs/promises";
import { bundleAsync } from "lightningcss";
import { defineLibrary } from "../../scripts/library/defineLibrary.ts";

export default defineLibrary({
  entry: ["src/index.ts", "src/german.ts", "src/markdown.ts", "src/search.ts", "src/testing.ts"],
  onSuccess: async () => {
    const { code } = await bundleAsync({ filename: "src/styles.css", minify: true });
    await writeFile("dist/styles.css", code);
    await copyFile("src/styles.css.d.ts", "dist/styles.css.d.ts");
  },
});
