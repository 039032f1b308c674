import type { CodeHost } from "../host/CodeHost.ts";
import { findGerritLine } from "./findGerritLine.ts";
import { findGerritCodeViews, findGerritShadowRoots } from "./findGerritCodeViews.ts";
import {
  getGerritPaletteMount,
  getGerritRepositoryMount,
  getGerritToolbarMount,
} from "./gerritMounts.ts";
import { isGerrit } from "./isGerrit.ts";
import { readGerritAddress } from "./readGerritAddress.ts";
import { readGerritFacts } from "./readGerritFacts.ts";

/** Gerrit, whose pages are nested shadow roots. */
export const gerrit: CodeHost = {
  kind: "gerrit",
  name: "Gerrit",
  recognizes: isGerrit,
  findCodeViews: findGerritCodeViews,
  readFileFacts: readGerritFacts,
  readRepository: ({ url }) => readGerritAddress(url)?.repository,
  findLine: findGerritLine,
  getToolbarMount: getGerritToolbarMount,
  getRepositoryMount: getGerritRepositoryMount,
  getPaletteMount: getGerritPaletteMount,
  findShadowRoots: findGerritShadowRoots,
  // Attaching a shadow root is no mutation.
  rescanInterval: 1500,
};
