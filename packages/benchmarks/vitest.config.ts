import { defineProjects } from "../../scripts/vitest/defineProjects.ts";

export default defineProjects({
  name: "benchmarks",
  root: import.meta.dirname,
  environments: ["node"],
});
