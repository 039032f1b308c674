import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { vi } from "vitest";
import { createMarionette, type Marionette } from "./createMarionette.ts";

/** The ID of the add-on. */
export const addonId = "browser-extension@action-telemetry";

const uuid = "6f0f7b0a-3c1d-4f61-9a55-0d5f4f7f3a10";

/** The origin of the add-on's own pages. */
export const addonOrigin = `moz-extension://${uuid}`;

/** A Firefox of its own, with a profile of its own. */
export interface OpenFirefox extends Marionette {
  /** Runs a function's body in the page that is shown, and returns what it returns. */
  readonly run: (script: string, ...values: readonly unknown[]) => Promise<unknown>;
  /** Runs one in the browser itself. */
  readonly runInBrowser: (script: string, ...values: readonly unknown[]) => Promise<unknown>;
  readonly open: (url: string) => Promise<void>;
  readonly quit: () => Promise<void>;
}

const preferences = (proxyPort: number) => ({
  // A free port, which Firefox writes into its profile.
  "marionette.port": 0,
  "extensions.webextensions.uuids": JSON.stringify({ [addonId]: uuid }),
  "network.proxy.type": 1,
  "network.proxy.http": "127.0.0.1",
  "network.proxy.http_port": proxyPort,
  "network.proxy.ssl": "127.0.0.1",
  "network.proxy.ssl_port": proxyPort,
  "network.stricttransportsecurity.preloadlist": false,
  "app.normandy.enabled": false,
  "app.update.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.page": 0,
  "datareporting.policy.dataSubmissionEnabled": false,
  "toolkit.telemetry.enabled": false,
});

/**
 * Starts Firefox without a window, and installs the add-on as it was built.
 *
 * @param executable - Firefox's.
 * @param addon - The zip file.
 * @param proxyPort - All that it reaches is behind this proxy.
 */
export async function openFirefox(
  executable: string,
  addon: string,
  proxyPort: number,
): Promise<OpenFirefox> {
  const profile = mkdtempSync(join(tmpdir(), "firefox-"));
  const lines = Object.entries(preferences(proxyPort)).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, "user.js"), lines.join("\n"));
  const firefox = spawn(
    executable,
    [
      "--marionette",
      "--remote-allow-system-access",
      "-headless",
      "--no-remote",
      "--profile",
      profile,
    ],
    { stdio: "ignore", env: { ...process.env, HOME: profile } },
  );
  const ended = once(firefox, "exit");
  const portFile = join(profile, "MarionetteActivePort");
  // Firefox makes the file before it writes into it.
  const readPort = () => (existsSync(portFile) ? Number(readFileSync(portFile, "utf8")) : 0);
  const port = await vi.waitUntil(readPort, { timeout: 120_000, interval: 100 });
  const marionette = await createMarionette(port);
  const { send } = marionette;
  await send("WebDriver:NewSession", { acceptInsecureCerts: true });
  await send("Addon:Install", { path: addon, temporary: true });

  /** The last argument of an asynchronous script is the function to call with its result. */
  async function run(script: string, ...values: readonly unknown[]): Promise<unknown> {
    const body = `const done = arguments[arguments.length - 1]; (async (...values) => { ${script} })(...arguments).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const result = (await send("WebDriver:ExecuteAsyncScript", { script: body, args: values })) as {
      readonly value: { readonly value?: unknown; readonly error?: string };
    };
    if (result.value.error !== undefined) throw new Error(result.value.error);
    return result.value.value;
  }

  return {
    ...marionette,
    run,
    async runInBrowser(script, ...values) {
      await send("Marionette:SetContext", { value: "chrome" });
      try {
        return await run(script, ...values);
      } finally {
        await send("Marionette:SetContext", { value: "content" });
      }
    },
    async open(url) {
      await send("WebDriver:Navigate", { url });
    },
    async quit() {
      marionette.close();
      firefox.kill();
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
