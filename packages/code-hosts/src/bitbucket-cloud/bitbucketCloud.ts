import type { CodeHost } from "../host/CodeHost.ts";
import {
  getBitbucketCloudPaletteMount,
  getBitbucketCloudRepositoryMount,
  getBitbucketCloudToolbarMount,
} from "./bitbucketCloudMounts.ts";
import { findBitbucketCloudLine } from "./findBitbucketCloudLine.ts";
import { findBitbucketCloudCodeViews } from "./findBitbucketCloudCodeViews.ts";
import { isBitbucketCloud } from "./isBitbucketCloud.ts";
import { readBitbucketCloudAddress } from "./readBitbucketCloudAddress.ts";
import { readBitbucketCloudFacts } from "./readBitbucketCloudFacts.ts";

/** Bitbucket Cloud: bitbucket.org, and nothing else. */
export const bitbucketCloud: CodeHost = {
  kind: "bitbucket-cloud",
  name: "Bitbucket",
  recognizes: isBitbucketCloud,
  findCodeViews: findBitbucketCloudCodeViews,
  readFileFacts: readBitbucketCloudFacts,
  readRepository: ({ url }) => readBitbucketCloudAddress(url)?.repository,
  findLine: findBitbucketCloudLine,
  getToolbarMount: getBitbucketCloudToolbarMount,
  getRepositoryMount: getBitbucketCloudRepositoryMount,
  getPaletteMount: getBitbucketCloudPaletteMount,
};
