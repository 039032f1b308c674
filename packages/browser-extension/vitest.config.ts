import { defineProjects } from "../../scripts/vitest/defineProjects.ts";

const config = defineProjects({
  name: "browser-extension",
  root: import.meta.dirname,
  include: ["src/**/*.test.{ts,tsx}", "scripts/**/*.test.ts"],
  environments: ["node", "dom", "browser", "e2e"],
  globalSetup: { e2e: "e2e/build/buildOnce.ts" },
});

export default {
  ...config,
  test: {
    projects: config.test.projects.map((project) => ({
      ...project,
      // Found one after another, they would be bundled anew in the middle of a run, and React be there twice.
      optimizeDeps: {
        include: [
          "react",
          "react-dom",
          "react-dom/client",
          "react/jsx-runtime",
          "react/jsx-dev-runtime",
          "@testing-library/react",
          "axe-core",
        ],
      },
    })),
  },
};
