import { defineProjects } from "../../scripts/vitest/defineProjects.ts";

export default defineProjects({
  name: "error-reporting",
  root: import.meta.dirname,
  environments: ["node", "browser", "e2e"],
});
