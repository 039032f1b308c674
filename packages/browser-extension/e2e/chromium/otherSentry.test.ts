import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { buildEntry } from "../../../../scripts/bundle/buildEntry.ts";
import { secretOf } from "../../../../scripts/canaries/secrets/secretOf.ts";
import { ownInstance, setUpExtension } from "./library/setUpExtension.ts";
import type { Handle } from "./library/startHosts.ts";
import { gitHubFile } from "./pages/gitHub.ts";

const theirs = secretOf("the page's own Sentry");
const root = join(import.meta.dirname, "../../../error-reporting");
const source = `
  import { installOtherSentry } from ${JSON.stringify(join(root, "e2e/pages/otherSentry.ts"))};
  installOtherSentry("https://0123456789abcdef0123456789abcdef@sentry.example/1", ${JSON.stringify(theirs)});`;
const { code } = await buildEntry(source, root);

const page = gitHubFile().replace(
  "</body>",
  `<script type="module" src="/sentry.js"></script></body>`,
);
const serve: Handle = ({ url }, response) => {
  const isScript = url === "/sentry.js";
  response.writeHead(200, { "content-type": isScript ? "text/javascript" : "text/html" });
  response.end(isScript ? code : page);
};
/** What the page's own Sentry has sent. */
const sent: string[] = [];
const receive: Handle = (request, response) =>
  void text(request).then(
    (body) => {
      sent.push(body);
      response.writeHead(200, { "access-control-allow-origin": "*" }).end("{}");
    },
    // The page has gone meanwhile.
    () => response.destroy(),
  );
const extension = setUpExtension({ more: { "github.com": serve, "sentry.example": receive } });

test("A page that runs a Sentry of its own hears nothing of ours, and ours nothing of the page", async () => {
  await extension.change({ instanceURL: ownInstance, allowErrorReporting: true });
  const { page: tab, ui } = await extension.open(
    "https://github.com/octo/sum/blob/main/src/sum.ts",
  );
  await ui.one("link", "View file");
  await tab.waitForFunction("globalThis.captureOther !== undefined");
  await tab.evaluate(() => {
    for (let count = 0; count < 100; count += 1)
      setTimeout(() => {
        throw new Error(`of the page ${count}`);
      }, 0);
  });
  // Nothing is selected, and so the action fails.
  await tab.keyboard.press("Alt+Shift+h");
  const { own } = extension;
  await expect.poll(() => own.reports.length, { timeout: 60_000 }).toBeGreaterThan(0);
  await tab.evaluate("captureOther()");
  await expect.poll(() => sent.some((body) => body.includes("of the page 99"))).toBe(true);
  await expect.poll(() => sent.some((body) => body.includes(`"message":"${theirs}"`))).toBe(true);

  await expect.poll(own.storedReports).toHaveLength(1);
  const reports = own.storedReports();
  expect(reports).toMatchObject([{ script: "content", action: "showHover" }]);
  expect(own.reports).toHaveLength(1);
  expect(own.reports[0]).not.toContain(theirs);
  const heard = sent.join("\n");
  for (const ours of [reports[0]?.id ?? "", "content.js", "showHover", "browser-extension"])
    expect(heard).not.toContain(ours);
  await tab.close();
});
