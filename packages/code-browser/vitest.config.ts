import { defineProjects } from "../../scripts/vitest/defineProjects.ts";

export default defineProjects({
  name: "code-browser",
  root: import.meta.dirname,
  environments: ["node", "e2e"],
  globalSetup: { e2e: "e2e/library/buildPages.ts" },
});
