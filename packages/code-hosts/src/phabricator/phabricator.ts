import type { CodeHost } from "../host/CodeHost.ts";
import { findPhabricatorLine } from "./findPhabricatorLine.ts";
import { findPhabricatorCodeViews } from "./findPhabricatorCodeViews.ts";
import { isPhabricator } from "./isPhabricator.ts";
import {
  getPhabricatorPaletteMount,
  getPhabricatorRepositoryMount,
  getPhabricatorToolbarMount,
} from "./phabricatorMounts.ts";
import { readPhabricatorFacts } from "./readPhabricatorFacts.ts";
import { readPhabricatorRepository } from "./readPhabricatorRepository.ts";

/** Phabricator and Phorge: Diffusion and Differential. */
export const phabricator: CodeHost = {
  kind: "phabricator",
  name: "Phabricator",
  recognizes: isPhabricator,
  findCodeViews: findPhabricatorCodeViews,
  readFileFacts: readPhabricatorFacts,
  readRepository: readPhabricatorRepository,
  findLine: findPhabricatorLine,
  getToolbarMount: getPhabricatorToolbarMount,
  getRepositoryMount: getPhabricatorRepositoryMount,
  getPaletteMount: getPhabricatorPaletteMount,
};
