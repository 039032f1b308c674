import { defineProjects } from "../../scripts/vitest/defineProjects.ts";

export default defineProjects({
  name: "event-schema",
  root: import.meta.dirname,
  environments: ["node"],
});
