import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type BrowserContext, type Worker } from "playwright";

/** Chromium with the extension in a fresh profile. */
export interface OpenChromium {
  readonly context: BrowserContext;
  /** The worker as it was at the start. */
  readonly worker: Worker;
  /** The worker that runs now; it is started when none does. */
  readonly currentWorker: () => Promise<Worker>;
  /** `chrome-extension://…` without a slash at the end. */
  readonly extensionOrigin: string;
  /** Where its profile is. */
  readonly profile: string;
  readonly close: () => Promise<void>;
}

/** What {@link openChromium} works with. */
export interface ChromiumOptions {
  /** The folder of the built extension. */
  readonly extension: string;
  readonly resolverRules: string;
  /** Default: the one of `CHROMIUM_PATH`, or of the system. */
  readonly executable?: string | undefined;
  readonly colorScheme?: "light" | "dark";
}

/** Starts Chromium, unseen, with the extension installed. */
export async function openChromium(options: ChromiumOptions): Promise<OpenChromium> {
  const profile = mkdtempSync(join(tmpdir(), "extension-profile-"));
  const context = await chromium.launchPersistentContext(profile, {
    headless: true,
    channel: "chromium",
    executablePath: options.executable ?? process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
    viewport: { width: 1280, height: 800 },
    colorScheme: options.colorScheme ?? "light",
    args: [
      "--no-sandbox",
      `--load-extension=${options.extension}`,
      `--disable-extensions-except=${options.extension}`,
      `--host-resolver-rules=${options.resolverRules}`,
      "--ignore-certificate-errors",
      "--disable-background-networking",
    ],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  // Node does not know this scheme, and so no origin of it.
  const extensionOrigin = worker.url().replace(/(?<=^[a-z-]+:\/\/[a-z]+)\/.*$/u, "");
  return {
    context,
    worker,
    extensionOrigin,
    profile,
    async currentWorker() {
      return context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
    },
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
