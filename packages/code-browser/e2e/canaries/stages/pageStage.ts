import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright";
import { startCollector } from "../../library/startCollector.ts";
import { openSession } from "../observation/openSession.ts";
import { secretOf } from "../../../../../scripts/canaries/secrets/secretOf.ts";
import { pageSources } from "../sources/pageSources.ts";
import type { BuiltPage } from "../../../../../scripts/bundle/buildPage.ts";
import { buildPage } from "./buildPage.ts";
import { servePage } from "./servePage.ts";
import type { Stage } from "./Stage.ts";
import { pageRuns, walkThroughPage } from "./walkThroughPage.ts";

let built: Promise<BuiltPage> | undefined;

/** A page of all components, with an instance on its own origin or on another site. */
export async function openPageStage(
  browser: Browser,
  place: "same-origin" | "cross-site",
): Promise<Stage> {
  built ??= buildPage();
  const folder = mkdtempSync(join(tmpdir(), "canaries-"));
  let instanceOrigin = "";
  const server = await servePage(await built, () => instanceOrigin, place);
  const collector = await startCollector(folder, place === "cross-site" ? [server.origin] : []);
  instanceOrigin = collector.origin;
  const events = place === "cross-site" ? collector.origin : server.origin;
  const instance = { ...collector, dataFolder: folder, eventsUrl: `${events}/.api/action-events` };
  const userAgent = `Mozilla/5.0 Chrome/150.0.0.0 (${secretOf("user agent")})`;
  const session = await openSession(browser, instance, { userAgent });
  return {
    session,
    sources: pageSources,
    walk: async () => {
      const seen = await walkThroughPage(session.page, server.origin);
      return `${seen}\n${session.witnessed.join("\n")}`;
    },
    runs: pageRuns,
    optedIn: {
      name: "canary.optedIn",
      record: JSON.stringify({ chosen: secretOf("argument that is opted in to") }),
    },
    close: async () => {
      await session.close();
      await server.stop();
      await collector.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
