import { defineProjects } from "../../scripts/vitest/defineProjects.ts";
import { closeOtherPages, otherPages } from "./scripts/pageCommands.ts";

const config = defineProjects({
  name: "react",
  root: import.meta.dirname,
  include: ["src/**/*.test.{ts,tsx}", "scripts/*.test.ts"],
  environments: ["node", "dom", "browser", "react18"],
});

for (const { test } of config.test.projects) {
  if (test?.browser !== undefined) test.browser.commands = { closeOtherPages, otherPages };
}

export default config;
