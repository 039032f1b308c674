import type { CodeHost } from "../host/CodeHost.ts";
import { isNavigationHydrating } from "./findGlobalNavigation.ts";
import { findGitHubLine } from "./findGitHubLine.ts";
import { findGitHubCodeViews } from "./findGitHubCodeViews.ts";
import {
  getGitHubPaletteMount,
  getGitHubRepositoryMount,
  getGitHubToolbarMount,
} from "./gitHubMounts.ts";
import { getGitHubSearch } from "./getGitHubSearch.ts";
import { isGitHub } from "./isGitHub.ts";
import { isGitHubDiff } from "./isGitHubDiff.ts";
import { readGitHubAddress } from "./readGitHubAddress.ts";
import { readGitHubBlob } from "./readGitHubBlob.ts";
import { readGitHubDiff } from "./readGitHubDiff.ts";
import { readGitHubVisibility } from "./readGitHubVisibility.ts";

/** GitHub and GitHub Enterprise, classic pages and React pages. */
export const gitHub: CodeHost = {
  kind: "github",
  name: "GitHub",
  recognizes: isGitHub,
  findCodeViews: findGitHubCodeViews,
  readFileFacts: (page, codeView) =>
    isGitHubDiff(codeView) ? readGitHubDiff(page, codeView) : readGitHubBlob(page, codeView),
  readRepository: ({ url }) => readGitHubAddress(url)?.repository,
  readVisibility: readGitHubVisibility,
  findLine: findGitHubLine,
  getToolbarMount: getGitHubToolbarMount,
  getRepositoryMount: getGitHubRepositoryMount,
  getPaletteMount: getGitHubPaletteMount,
  getSearch: getGitHubSearch,
  isSettling: isNavigationHydrating,
};
