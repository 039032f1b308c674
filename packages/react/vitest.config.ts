import { defineProjects } from "../../scripts/vitest/defineProjects.ts";
import { buildCopy } from "./scripts/buildCopy.ts";
import { closeOtherPages, otherPages } from "./scripts/pageCommands.ts";

const config = defineProjects({
  name: "react",
  root: import.meta.dirname,
  include: ["src/**/*.test.{ts,tsx}", "scripts/*.test.ts"],
  environments: ["node", "dom", "browser", "react18"],
});

for (const project of config.test.projects) {
  if (project.test?.browser === undefined) continue;
  // A test takes it as copies of this library do; found later it would load the page again.
  Object.assign(project, { optimizeDeps: { include: ["react/jsx-runtime"] } });
  project.test.browser.commands = { buildCopy, closeOtherPages, otherPages };
}

export default config;
