import { type BuiltPage, buildPage } from "../../bundle/packageBuilds.ts";

/** Builds the page that mounts the variants. */
export async function buildItemsPage(): Promise<BuiltPage> {
  const page = await buildPage(
    `import { installItems } from "/src/ui/items/pages/driver.tsx";\ninstallItems();`,
  );
  if (page.styles === "") throw new Error("The build of the page has no styles.");
  return page;
}
