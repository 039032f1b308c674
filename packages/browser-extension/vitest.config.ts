import { defineProjects } from "../../scripts/vitest/defineProjects.ts";

export default defineProjects({
  name: "browser-extension",
  root: import.meta.dirname,
  include: ["src/**/*.test.{ts,tsx}", "scripts/**/*.test.ts"],
  environments: ["node", "dom", "browser", "e2e"],
});
