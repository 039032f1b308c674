import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildEntry } from "../bundle/buildEntry.ts";

const manifest = {
  manifest_version: 3,
  name: "Worker",
  version: "1.0",
  background: { service_worker: "worker.js", type: "module" },
  permissions: ["storage"],
  host_permissions: ["http://127.0.0.1/*"],
};

/** The worker is told everything by messages of the extension's page, each of which starts it if it does not run. */
const worker = (instanceUrl: string) => `
import { createExtensionTelemetryClient } from "@action-telemetry/telemetry/extension";
const client = createExtensionTelemetryClient({
  area: chrome.storage.local,
  instanceUrl: ${JSON.stringify(instanceUrl)},
  source: "CODEHOSTINTEGRATION",
  platform: "chrome-extension",
  client: { name: "worker", version: "1" },
  consent: "granted",
});
const tasks = {
  ready: () => client.flush(),
  record(count) {
    for (let index = 0; index < count; index += 1) {
      client.recorder.recordAction({ actionId: "action." + index, surface: "page", trigger: "api" });
    }
  },
  async inspect() {
    await client.flush();
    return client.inspect();
  },
};
chrome.runtime.onMessage.addListener(({ task, argument }, sender, respond) => {
  Promise.resolve(tasks[task](argument)).then(respond);
  return true;
});
`;

/**
 * Writes an extension whose background worker is a telemetry client, built for production.
 *
 * @returns Its folder.
 */
export async function buildExtension(instanceUrl: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "telemetry-extension-"));
  await writeFile(join(folder, "manifest.json"), JSON.stringify(manifest));
  await writeFile(join(folder, "worker.js"), await buildEntry(worker(instanceUrl)));
  await writeFile(join(folder, "page.html"), "<!doctype html><title>Page</title>");
  return folder;
}
