import { readText } from "../dom/readText.ts";
import { checkDiffFacts } from "../facts/checkFacts.ts";
import type { DiffFacts } from "../facts/FileFacts.ts";
import type { CodeHostPage } from "../host/CodeHostPage.ts";
import { readGitHubAddress } from "./readGitHubAddress.ts";
import { readGitHubSides } from "./readGitHubSides.ts";

const titles = ".file-info a[title], a.file-info[title]";
const anchors = 'a[href^="#diff-"]';
const arrow = / (?:→|⟶|➔) /u;

/** What one file of a pull request, commit or comparison shows. */
export function readGitHubDiff(page: CodeHostPage, codeView: Element): DiffFacts | undefined {
  const address = readGitHubAddress(page.url);
  if (address === undefined || !["pull", "commit", "compare"].includes(address.page ?? "")) {
    return undefined;
  }
  const title = codeView.querySelector(titles)?.getAttribute("title") ?? "";
  const [before, after] = arrow.test(title) ? title.split(arrow) : [];
  const path = after ?? readPath(codeView) ?? title;
  const { base, head } = readGitHubSides(page, address, codeView);
  return checkDiffFacts({ repository: address.repository, path, basePath: before, base, head });
}

function readPath(codeView: Element): string | undefined {
  for (const name of ["data-tagsearch-path", "data-path", "data-file-path"]) {
    const path =
      codeView.getAttribute(name) ?? codeView.querySelector(`[${name}]`)?.getAttribute(name);
    if (path) return path;
  }
  const anchor = codeView.querySelector(`${titles}, ${anchors}`);
  return anchor?.getAttribute("title") || readText(anchor) || undefined;
}
