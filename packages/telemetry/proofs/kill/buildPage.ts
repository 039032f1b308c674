import { buildEntry } from "../bundle/buildEntry.ts";

/** What the page offers to the test. With `?later`, the client is made when the test says so. */
const entry = `
import { createBrowserTelemetryClient } from "@action-telemetry/telemetry/browser";
globalThis.start = () => {
  globalThis.client = createBrowserTelemetryClient({
    instanceUrl: "/base",
    source: "WEB",
    platform: "web",
    client: { name: "kill", version: "1" },
    consent: "granted",
  });
};
globalThis.record = (count) => {
  for (let index = 0; index < count; index += 1) {
    client.recorder.recordAction({ actionId: "action." + index, surface: "page", trigger: "api" });
  }
};
if (location.search !== "?later") {
  start();
  await client.flush();
}
document.title = "Ready";
`;

/** The page as HTML, built for production. */
export async function buildPage(): Promise<string> {
  const code = await buildEntry(entry);
  return `<!doctype html><title>Page</title><script type="module">${code.replaceAll("</", "<\\/")}</script>`;
}
