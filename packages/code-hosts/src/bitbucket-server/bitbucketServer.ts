import type { CodeHost } from "../host/CodeHost.ts";
import {
  getBitbucketServerPaletteMount,
  getBitbucketServerRepositoryMount,
  getBitbucketServerToolbarMount,
} from "./bitbucketServerMounts.ts";
import { findBitbucketServerLine } from "./findBitbucketServerLine.ts";
import { findBitbucketServerCodeViews } from "./findBitbucketServerCodeViews.ts";
import { isBitbucketServer } from "./isBitbucketServer.ts";
import { readBitbucketServerAddress } from "./readBitbucketServerAddress.ts";
import { readBitbucketServerFacts } from "./readBitbucketServerFacts.ts";

/** Bitbucket Server and Data Center, also below a path. */
export const bitbucketServer: CodeHost = {
  kind: "bitbucket-server",
  name: "Bitbucket Server",
  recognizes: isBitbucketServer,
  findCodeViews: findBitbucketServerCodeViews,
  readFileFacts: readBitbucketServerFacts,
  readRepository: ({ url }) => readBitbucketServerAddress(url)?.repository,
  findLine: findBitbucketServerLine,
  getToolbarMount: getBitbucketServerToolbarMount,
  getRepositoryMount: getBitbucketServerRepositoryMount,
  getPaletteMount: getBitbucketServerPaletteMount,
};
