/**
 * `npm run walk`: takes pictures of every component and of a walk through the code browser, in light,
 * dark, forced colours, right to left and in 320 pixels, and puts them on sheets to be looked at.
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildStorybook } from "../storybook/buildStorybook.ts";
import { openBrowser } from "../storybook/openBrowser.ts";
import { serveFolder } from "../storybook/serveFolder.ts";
import { makeSheets } from "./makeSheets.ts";
import { startCodeBrowser } from "./startCodeBrowser.ts";
import { walkCodeBrowser } from "./walkCodeBrowser.ts";
import { walkLooks } from "./walkLooks.ts";
import { walkStories } from "./walkStories.ts";

const help = `Usage: npm run walk [-- name …]

Takes pictures in the looks named, or in all of them: ${Object.keys(walkLooks).join(", ")}.
They are put into test-results/walk, with sheets of six each.
`;

const results = join(import.meta.dirname, "../../test-results/walk");
const say = (text: string) => void process.stdout.write(`${text}\n`);

async function main(names: readonly string[]): Promise<void> {
  const { folder: built, stories } = buildStorybook();
  const storybook = await serveFolder(built);
  const browser = await openBrowser();
  mkdirSync(results, { recursive: true });
  const codeBrowser = await startCodeBrowser(mkdtempSync(join(tmpdir(), "walk-")));
  try {
    for (const name of names) {
      const look = walkLooks[name];
      if (look === undefined) throw new Error(`There is no look "${name}".\n\n${help}`);
      const folder = join(results, name);
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder);
      const pictures = [
        ...(await walkCodeBrowser(browser, { url: codeBrowser.url, look, folder })),
        ...(await walkStories(browser, { url: storybook.url, stories, look, folder })),
      ];
      const sheets = await makeSheets(browser, folder, name, pictures);
      say(`${name}: ${pictures.length} pictures on ${sheets.length} sheets in ${folder}`);
    }
  } finally {
    await codeBrowser.stop();
    await browser.close();
    storybook.close();
  }
}

const given = process.argv.slice(2);
if (given.includes("--help") || given.includes("-h")) process.stdout.write(help);
else await main(given.length > 0 ? given : Object.keys(walkLooks));
