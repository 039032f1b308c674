import { type BuiltPage, buildPage } from "../../bundle/packageBuilds.ts";

/**
 * Builds the page of one palette.
 *
 * @param id names the module in `pages`
 */
export function buildPalettePage(id: string): Promise<BuiltPage> {
  return buildPage(
    `import { installDriver } from "/src/ui/palette/pages/driver.tsx";\n` +
      `import * as page from "/src/ui/palette/pages/${id}.tsx";\n` +
      `installDriver(page.App, page.rowSelector);`,
  );
}
