import type { CodeHost } from "../host/CodeHost.ts";
import { findGitLabLine } from "./findGitLabLine.ts";
import { findGitLabCodeViews } from "./findGitLabCodeViews.ts";
import {
  getGitLabPaletteMount,
  getGitLabRepositoryMount,
  getGitLabToolbarMount,
} from "./gitLabMounts.ts";
import { isGitLab } from "./isGitLab.ts";
import { readGitLabAddress } from "./readGitLabAddress.ts";
import { readGitLabFacts } from "./readGitLabFacts.ts";
import { readGitLabRoot } from "./readGitLabRoot.ts";

/** GitLab, on gitlab.com and installed, also below a path. */
export const gitLab: CodeHost = {
  kind: "gitlab",
  name: "GitLab",
  recognizes: isGitLab,
  findCodeViews: findGitLabCodeViews,
  readFileFacts: readGitLabFacts,
  readRepository: ({ document, url }) =>
    readGitLabAddress(url, readGitLabRoot(document))?.repository,
  findLine: findGitLabLine,
  getToolbarMount: getGitLabToolbarMount,
  getRepositoryMount: getGitLabRepositoryMount,
  getPaletteMount: getGitLabPaletteMount,
};
