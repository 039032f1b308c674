import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readings } from "../../../../scripts/canaries/encodings/readings.ts";
import { createFinder } from "../../../../scripts/canaries/secrets/createFinder.ts";
import { secretOf } from "../../../../scripts/canaries/secrets/secretOf.ts";
import { ownInstance, setUpExtension } from "./library/setUpExtension.ts";
import type { Handle } from "./library/startHosts.ts";
import { gitHubFile } from "./pages/gitHub.ts";

const secret = (source: string) => secretOf(source, "-");
const sources = [
  "repository",
  "path",
  "title of the page",
  "cookie of the page",
  "storage of the page",
  "word of the code",
  "search query",
  "palette query",
  "documentation",
  "title of an action",
  "label of an action",
  "argument of a command",
  "link of an action",
] as const;

const slug = `octo/${secret("repository")}`;
const path = `src/${secret("path")}.ts`;
const address = `https://github.com/${slug}/blob/main/${path}`;
const word = secret("word of the code").replaceAll("-", "_");
const html = gitHubFile(path)
  .replaceAll("octo/sum", slug)
  .replace("<title>sum.ts", `<title>${secret("title of the page")}`)
  .replace(">sum</span>(1", `>${word}</span>(1`)
  .replace(
    "</body>",
    `<script>document.cookie = "a=${secret("cookie of the page")}"; localStorage.a = "${secret("storage of the page")}"</script></body>`,
  );
const serve: Handle = (_, response) => {
  response.writeHead(200, { "content-type": "text/html" });
  response.end(html);
};
const extension = setUpExtension({ more: { "github.com": serve, "other.example": serve } });

const action = {
  id: "canary.run",
  title: secret("title of an action"),
  command: "updateConfiguration",
  commandArguments: [["canary"], secret("argument of a command")],
  actionItem: { label: secret("label of an action") },
};
const link = {
  id: "canary.open",
  title: "Canary link",
  command: "open",
  commandArguments: [`https://other.example/${secret("link of an action")}`],
};
const manifest = {
  name: "canary",
  publisher: "test",
  contributes: {
    actions: [action, link],
    menus: {
      "editor/title": [{ action: action.id }],
      commandPalette: [{ action: action.id }, { action: link.id }],
    },
  },
};

test("Nothing of the page, the instance or the person is in an event, on any way it takes, in any writing", async () => {
  const find = createFinder(sources.map((source) => ({ source, value: secret(source) })));
  const hits = (text: string) =>
    new Set([...readings(text)].flatMap((reading) => [...find(reading.text)]));
  extension.own.viewer = {
    settings: { extensions: { "test/canary": true } },
    manifests: { "test/canary": manifest },
    markdown: `Says **${secret("documentation")}**.`,
  };
  await extension.change({ instanceURL: ownInstance });
  const { page, ui } = await extension.open(address);
  const { worker } = extension.chromium;

  // A person does all there is to do.
  const file = await ui.href("link", "View file");
  await ui.click("button", secret("label of an action"));
  const box = await page.getByText(word).boundingBox();
  await page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 5);
  await expect.poll(ui.text).toContain(secret("documentation"));
  await page.keyboard.press("Escape");
  await page.locator("#query-builder-test").fill(secret("search query"));
  const search = await ui.href("link", "Search on");
  await extension.openBy(() => ui.click("link", "Search on"));
  await page.bringToFront();
  await page.locator("#query-builder-test").blur();
  await page.keyboard.press("Alt+x");
  await ui.one("combobox", "");
  await page.keyboard.type(secret("palette query"));
  await page.keyboard.press("Control+a");
  await page.keyboard.type("canary link");
  await ui.one("option", "Canary link");
  const opened = await extension.openBy(() => page.keyboard.press("Enter"));
  await opened.waitForURL(/other\.example/u);
  await extension.stored(extension.own, 4);

  // It was all there to be taken.
  expect(hits(decodeURIComponent(file))).toEqual(new Set(["repository", "path"]));
  expect(hits(search)).toEqual(new Set(["search query"]));
  expect(hits(opened.url())).toEqual(new Set(["link of an action"]));
  expect(hits(await ui.text())).toContain("label of an action");

  const names = extension.own.events().map(({ name }) => name);
  expect(new Set(names)).toEqual(
    new Set(["canary.run", "hover", "searchOnInstance", "canary.open"]),
  );
  expect(hits(extension.own.bodies.join("\n"))).toEqual(new Set());
  expect(hits(JSON.stringify(extension.own.events()))).toEqual(new Set());
  const { dataFolder } = extension.own;
  const files = readdirSync(dataFolder).map((name) =>
    readFileSync(join(dataFolder, name), "latin1"),
  );
  for (const bytes of files) expect(hits(bytes)).toEqual(new Set());
  // Text is there as it was written, however the database packs events.
  expect(files.join("\n")).toContain("searchOnInstance");

  const stored = await worker.evaluate(() =>
    (
      globalThis as unknown as {
        chrome: { storage: { local: { get(keys: null): Promise<object> } } };
      }
    ).chrome.storage.local.get(null),
  );
  // What the person has installed and set is kept, of what they did and saw nothing.
  const kept = hits(JSON.stringify(stored));
  const installed = [
    "title of an action",
    "label of an action",
    "argument of a command",
    "link of an action",
  ];
  expect([...kept].filter((source) => !installed.includes(source))).toEqual([]);
  expect(kept).toContain("argument of a command");
  const seen = await page.evaluate(
    () => document.documentElement.outerHTML + JSON.stringify(Object.entries(localStorage)),
  );
  const ofInstance = ["documentation", "title of an action", "label of an action"] as const;
  const found = hits(seen);
  expect(ofInstance.filter((source) => found.has(source))).toEqual([]);
  expect(found).toContain("title of the page");
  await page.close();
});
