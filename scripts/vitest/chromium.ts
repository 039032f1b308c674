import { existsSync } from "node:fs";
import { playwright } from "@vitest/browser-playwright";

const executablePath = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";

/** The browser configuration of tests that run in Chromium: the one that is installed, unseen. */
export function chromium() {
  return {
    enabled: true,
    headless: true,
    screenshotFailures: false,
    provider: playwright({
      launchOptions: {
        // Without this path Playwright says itself that it found no browser, and what to do.
        ...(existsSync(executablePath) && { executablePath }),
        // Chromium's sandbox refuses to run as root.
        args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
      },
    }),
    instances: [{ browser: "chromium" as const }],
  };
}
