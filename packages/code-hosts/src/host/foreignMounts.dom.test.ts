import { describe, expect, test } from "vitest";
import { bitbucketCloudPage } from "../testing/bitbucketCloudPage.ts";
import { bitbucketServerPage } from "../testing/bitbucketServerPage.ts";
import { gerritPage } from "../testing/gerritPage.ts";
import {
  gitHubBlobPage,
  gitHubDiffFile,
  gitHubPullRequestPage,
  gitHubReactDiffPage,
  gitHubReactPage,
} from "../testing/gitHubPages.ts";
import { gitLabDiffFile, gitLabPage } from "../testing/gitLabPage.ts";
import { parsePage } from "../testing/parsePage.ts";
import { phabricatorPage } from "../testing/phabricatorPage.ts";
import type { CodeHost } from "./CodeHost.ts";
import type { CodeHostKind } from "./CodeHostKind.ts";
import { codeHosts } from "./codeHosts.ts";

const pages: readonly (readonly [kind: CodeHostKind | "none", html: string])[] = [
  ["github", gitHubBlobPage],
  ["github", gitHubReactPage],
  ["github", gitHubReactDiffPage],
  ["github", gitHubPullRequestPage(gitHubDiffFile("a.ts"))],
  ["gitlab", gitLabPage],
  ["gitlab", gitLabDiffFile("a.ts")],
  ["bitbucket-server", bitbucketServerPage],
  ["bitbucket-cloud", bitbucketCloudPage],
  ["phabricator", phabricatorPage],
  ["gerrit", gerritPage],
  ["none", ""],
  ["none", "<main><article><header><button>Raw</button></header><pre>code</pre></article></main>"],
];

/** Asks a host for every mount that there could be on a page, whatever page it is. */
function askForAll(host: CodeHost, document: Document): readonly (HTMLElement | null)[] {
  const elements = [...document.querySelectorAll<HTMLElement>("body, body *")];
  return [document, ...elements].flatMap((container) => [
    host.getRepositoryMount(container),
    host.getPaletteMount(container),
    ...(container instanceof HTMLElement ? [host.getToolbarMount(container)] : []),
  ]);
}

describe.each(codeHosts.map((host) => [host.name, host] as const))("%s", (_, host) => {
  test.each(pages.filter(([kind]) => kind !== host.kind))(
    "refuses every container of a page of another kind (%s), which stays as it is",
    (_kind, html) => {
      const { document } = parsePage(html, "https://code.example/");
      const before = document.documentElement.outerHTML;
      expect(askForAll(host, document).filter((mount) => mount !== null)).toEqual([]);
      expect(host.getSearch?.(document) ?? null).toBeNull();
      expect(document.documentElement.outerHTML).toBe(before);
    },
  );
});

test("The same question finds mounts on a page of the host's own", () => {
  for (const [kind, html] of pages) {
    const host = codeHosts.find((candidate) => candidate.kind === kind);
    if (host === undefined || kind === "gerrit") continue;
    const { document } = parsePage(html, "https://code.example/");
    expect(askForAll(host, document).some((mount) => mount !== null)).toBe(true);
  }
});
