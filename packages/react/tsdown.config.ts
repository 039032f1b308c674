import { copyFile, writeFile } from "node:fs/promises";
import { bundleAsync } from "lightningcss";
import { defineLibrary } from "../../scripts/library/defineLibrary.ts";

export default defineLibrary({
  entry: ["src/index.ts", "src/german.ts", "src/markdown.ts", "src/search.ts", "src/testing.ts"],
  onSuccess: async () => {
    for (const name of ["styles", "items", "palette", "hover"]) {
      const { code } = await bundleAsync({ filename: `src/${name}.css`, minify: true });
      await writeFile(`dist/${name}.css`, code);
      await copyFile(`src/${name}.css.d.ts`, `dist/${name}.css.d.ts`);
    }
  },
});
