import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright";
import type { Picture } from "./Picture.ts";

const picturesPerSheet = 6;

/**
 * Puts pictures side by side, six a sheet, to be looked at together.
 *
 * @returns The files of the sheets.
 */
export async function makeSheets(
  browser: Browser,
  folder: string,
  name: string,
  pictures: readonly Picture[],
): Promise<readonly string[]> {
  const page = await browser.newPage({ viewport: { width: 1600, height: 900 } });
  const sheets: string[] = [];
  for (let start = 0; start < pictures.length; start += picturesPerSheet) {
    const shown = pictures.slice(start, start + picturesPerSheet);
    await page.setContent(sheetOf(shown));
    const path = join(folder, `sheet-${name}-${sheets.length + 1}.png`);
    await page.screenshot({ path, fullPage: true });
    sheets.push(path);
  }
  await page.close();
  return sheets;
}

function sheetOf(pictures: readonly Picture[]): string {
  const figures = pictures.map(({ title, path }) => {
    const data = readFileSync(path).toString("base64");
    return `<figure><figcaption>${title}</figcaption><img src="data:image/png;base64,${data}"></figure>`;
  });
  return `<!doctype html><style>
    body { margin: 0; padding: 12px; background: #8a8f98; font: 600 13px system-ui; columns: 2; column-gap: 12px }
    figure { margin: 0 0 12px; break-inside: avoid }
    figcaption { padding: 2px 0 4px }
    img { display: block; max-width: 100%; max-height: 1100px }
  </style>${figures.join("")}`;
}
