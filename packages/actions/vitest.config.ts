import { defineProjects } from "../../scripts/vitest/defineProjects.ts";

export default defineProjects({
  name: "actions",
  root: import.meta.dirname,
  environments: ["node"],
});
