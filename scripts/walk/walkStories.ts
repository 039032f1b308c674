import { join } from "node:path";
import type { Browser } from "playwright";
import type { Story } from "../storybook/buildStorybook.ts";
import type { Look } from "../storybook/Look.ts";
import { openStories } from "../storybook/openStories.ts";
import type { Picture } from "./Picture.ts";

/** Those that show all states of a component side by side, and popups, which are there one at a time. */
const isShown = ({ id }: Story) =>
  /--all-states$|^recipes-|commandpalette.*--(open|matches|no-match|modes|choice|loading|row-options|pinning|stays-open)|hoveroverlay--(shown|pinned|failed)|actionmenu--choice|actionsplitbutton--both|inspector--(cannot|long|erasing)|codeviewtoolbar--narrow/u.test(
    id,
  );

/** Takes a picture of each component of a built Storybook. */
export async function walkStories(
  browser: Browser,
  options: {
    readonly url: string;
    readonly stories: readonly Story[];
    readonly look: Look;
    /** Where the pictures go. */
    readonly folder: string;
  },
): Promise<readonly Picture[]> {
  const { page, show, close } = await openStories(browser, options.url, options.look);
  await page.setViewportSize({ width: options.look.width, height: 520 });
  const pictures: Picture[] = [];
  for (const { id, name } of options.stories.filter(isShown)) {
    await show(id);
    const path = join(options.folder, `story-${id}.png`);
    await page.screenshot({ path, fullPage: true });
    pictures.push({ title: name, path });
  }
  await close();
  return pictures;
}
