import { defineProjects } from "../../scripts/vitest/defineProjects.ts";

export default defineProjects({
  name: "code-hosts",
  root: import.meta.dirname,
  environments: ["node", "dom", "browser"],
});
