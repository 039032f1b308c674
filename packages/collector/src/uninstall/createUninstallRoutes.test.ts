import { describe, expect, it } from "vitest";
import { Metrics } from "../metrics/Metrics.ts";
import { createUninstallRoutes } from "./createUninstallRoutes.ts";

function visit(metrics: Metrics, query: string): Promise<Response> {
  return Promise.resolve(createUninstallRoutes(metrics).request(`/uninstall${query}`));
}

async function removals(metrics: Metrics): Promise<readonly string[]> {
  const lines = (await metrics.write()).split("\n");
  return lines.filter((line) => line.startsWith("action_telemetry_extension_removals_total"));
}

describe("the page for who has removed the extension", () => {
  it("says so, loads nothing, keeps nothing", async () => {
    const answer = await visit(new Metrics(), "?utm_source=chrome-extension");
    expect(answer.status).toBe(200);
    const html = await answer.text();
    expect(html).toContain("<h1>The extension was removed</h1>");
    expect(html).not.toMatch(/<(script|img|link|iframe|form)|https?:/u);
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(answer.headers.get("set-cookie")).toBeNull();
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  it("counts removals by platform, and takes no other word", async () => {
    const metrics = new Metrics();
    await visit(metrics, "?utm_source=firefox-extension");
    await visit(metrics, "?utm_source=firefox-extension");
    await visit(metrics, "?utm_source=%22%7D%20alice@example.com");
    await visit(metrics, "");
    expect(await removals(metrics)).toEqual([
      'action_telemetry_extension_removals_total{platform="firefox-extension"} 2',
      'action_telemetry_extension_removals_total{platform="other"} 2',
    ]);
    expect(await metrics.write()).not.toContain("alice");
  });
});
