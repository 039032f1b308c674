import { join } from "node:path";
import { storybookTest } from "@storybook/addon-vitest/vitest-plugin";
import { defineConfig } from "vitest/config";
import { chromium } from "../scripts/vitest/chromium.ts";
import { patience } from "../scripts/vitest/patience.ts";

const themes = ["light", "dark"];

export default defineConfig({
  root: join(import.meta.dirname, ".."),
  test: {
    // Every story runs once in each theme: a contrast that holds in one may fail in the other.
    projects: themes.map((theme) => ({
      plugins: [storybookTest({ configDir: import.meta.dirname, initialGlobals: { theme } })],
      test: { name: `stories:${theme}`, browser: chromium(), ...patience },
    })),
  },
});
