import { defineProjects } from "../../scripts/vitest/defineProjects.ts";

export default defineProjects({
  name: "telemetry",
  root: import.meta.dirname,
  environments: ["node", "dom", "browser"],
});
