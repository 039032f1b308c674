import { defineProjects } from "../../scripts/vitest/defineProjects.ts";

export default defineProjects({
  name: "react",
  root: import.meta.dirname,
  environments: ["node", "dom", "browser", "react18"],
});
