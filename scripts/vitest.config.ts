import { defineProjects } from "./vitest/defineProjects.ts";

/** The checks of the workspace itself. */
export default defineProjects({
  name: "workspace",
  root: import.meta.dirname,
  environments: ["node"],
  include: ["**/*.test.ts"],
});
