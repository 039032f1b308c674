import { defineConfig } from "vitest/config";
import actions from "./packages/actions/vitest.config.ts";
import benchmarks from "./packages/benchmarks/vitest.config.ts";
import browserExtension from "./packages/browser-extension/vitest.config.ts";
import codeBrowser from "./packages/code-browser/vitest.config.ts";
import codeHosts from "./packages/code-hosts/vitest.config.ts";
import collector from "./packages/collector/vitest.config.ts";
import errorReporting from "./packages/error-reporting/vitest.config.ts";
import eventSchema from "./packages/event-schema/vitest.config.ts";
import react from "./packages/react/vitest.config.ts";
import telemetry from "./packages/telemetry/vitest.config.ts";

import workspace from "./scripts/vitest.config.ts";

const configurations = [
  workspace,
  eventSchema,
  actions,
  telemetry,
  react,
  errorReporting,
  codeHosts,
  collector,
  browserExtension,
  codeBrowser,
  benchmarks,
];

export default defineConfig({
  test: {
    projects: configurations.flatMap((configuration) => configuration.test.projects),
  },
});
