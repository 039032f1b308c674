import { bitbucketCloud } from "../bitbucket-cloud/bitbucketCloud.ts";
import { bitbucketServer } from "../bitbucket-server/bitbucketServer.ts";
import { gerrit } from "../gerrit/gerrit.ts";
import { gitHub } from "../github/gitHub.ts";
import { gitLab } from "../gitlab/gitLab.ts";
import { phabricator } from "../phabricator/phabricator.ts";
import type { CodeHost } from "./CodeHost.ts";

/** The adapters of all code hosts. */
export const codeHosts: readonly CodeHost[] = [
  gitHub,
  gitLab,
  bitbucketServer,
  bitbucketCloud,
  phabricator,
  gerrit,
];
