import { defineProjects } from "../../scripts/vitest/defineProjects.ts";

export default defineProjects({
  name: "collector",
  root: import.meta.dirname,
  environments: ["node"],
});
