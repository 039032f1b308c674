import { findRecord, isRecord } from "../dom/findRecord.ts";
import type { CodeHostPage } from "../host/CodeHostPage.ts";
import type { Visibility } from "../host/Visibility.ts";
import { readEmbeddedData } from "./readEmbeddedData.ts";
import { readGitHubAddress } from "./readGitHubAddress.ts";

const fields = "octolytics-dimension-repository_";

/**
 * Who may see the repository of a page of GitHub, where the page says it of this very repository, and
 * all that it says agrees.
 */
export function readGitHubVisibility({ document, url }: CodeHostPage): Visibility | undefined {
  const slug = readGitHubAddress(url)?.slug;
  if (slug === undefined) return undefined;
  const said = [readMarks(document, slug), ...readEmbedded(document, slug)].filter(
    (isPublic) => isPublic !== undefined,
  );
  const [first, ...others] = said;
  if (first === undefined || others.some((other) => other !== first)) return undefined;
  return first ? "public" : "private";
}

function readMarks(document: Document, slug: string): boolean | undefined {
  const read = (field: string) =>
    document.querySelector(`meta[name="${fields}${field}"]`)?.getAttribute("content");
  if (read("nwo") !== slug) return undefined;
  const isPublic = read("public");
  return isPublic === "true" || isPublic === "false" ? isPublic === "true" : undefined;
}

// The data of React pages describe the repository. They stay when the page goes on to another.
function readEmbedded(document: Document, slug: string): readonly (boolean | undefined)[] {
  return readEmbeddedData(document).map((data) => {
    const found = findRecord(
      data,
      ({ ownerLogin, name, private: isPrivate }) =>
        `${String(ownerLogin)}/${String(name)}` === slug && typeof isPrivate === "boolean",
    );
    return found === undefined ? readCrumbs(data, slug) : found["private"] === false;
  });
}

// The navigation at the top draws a lock beside the name of a private repository.
function readCrumbs(data: unknown, slug: string): boolean | undefined {
  const found = findRecord(data, ({ crumbs }) => Array.isArray(crumbs));
  const crumbs = (found?.["crumbs"] ?? []) as readonly unknown[];
  const own = crumbs.filter(isRecord).find(({ href }) => href === `/${slug}`);
  return own?.["octicon"] === "lock" ? false : undefined;
}
