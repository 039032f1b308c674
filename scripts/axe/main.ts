/**
 * `npm run axe`: every story in every look, and what axe finds there. It takes minutes, so `npm test`
 * runs the stories in two looks only.
 */
import { describeLook, type Look } from "../storybook/Look.ts";
import { buildStorybook, type Story } from "../storybook/buildStorybook.ts";
import { openBrowser } from "../storybook/openBrowser.ts";
import { openStories, type StoriesPage } from "../storybook/openStories.ts";
import { serveFolder } from "../storybook/serveFolder.ts";
import { findViolations } from "./findViolations.ts";
import { looks } from "./looks.ts";

interface Finding {
  readonly story: string;
  readonly look: string;
  readonly text: string;
}

const pagesAtOnce = 2;
const say = (text: string) => void process.stdout.write(`${text}\n`);

async function examine({ page, show }: StoriesPage, { id }: Story): Promise<readonly string[]> {
  const problem = await show(id);
  const violations = await findViolations(page);
  return problem === undefined ? violations : [`could not be played: ${problem}`, ...violations];
}

async function main(): Promise<number> {
  const start = performance.now();
  const { folder, stories } = buildStorybook();
  const server = await serveFolder(folder);
  const browser = await openBrowser();
  const findings: Finding[] = [];

  async function examineAll(look: Look): Promise<void> {
    const name = describeLook(look);
    let found = 0;
    const opened = await openStories(browser, server.url, look);
    for (const story of stories) {
      const texts = await examine(opened, story);
      found += texts.length;
      findings.push(...texts.map((text) => ({ story: story.name, look: name, text })));
    }
    await opened.close();
    say(`  ${name}: ${stories.length} stories, ${found} findings`);
  }

  const waiting = [...looks];
  async function work(): Promise<void> {
    for (let look = waiting.shift(); look !== undefined; look = waiting.shift()) {
      await examineAll(look);
    }
  }
  await Promise.all(Array.from({ length: pagesAtOnce }, work));
  await browser.close();
  server.close();

  for (const { story, look, text } of findings) say(`\n${story} (${look})\n${text}`);
  const seconds = Math.round((performance.now() - start) / 1000);
  const examined = `${stories.length} stories in ${looks.length} looks`;
  say(`\n${examined}: ${findings.length} findings, in ${seconds} s`);
  return findings.length === 0 ? 0 : 1;
}

process.exitCode = await main();
