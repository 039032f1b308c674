import { countSignals } from "../dom/countSignals.ts";
import type { CodeHostPage } from "../host/CodeHostPage.ts";
import { mayBeInstallation } from "../url/mayBeInstallation.ts";
import { namesOtherHost } from "../url/namesOtherHost.ts";

// None of these is found in Atlassian's other products, which share the library of the last mark.
const ownMarks = [
  ".bitbucket-header-logo, .aui-header-logo.aui-header-logo-bitbucket",
  'meta[name="application-name"][content="Bitbucket"]',
  "body.bitbucket-theme",
  "[data-repository-slug], [data-revision-ref], [data-reposlug]",
];
const sharedMark = "body[data-aui-version]";

/**
 * Whether a page is one of Bitbucket Server or Data Center: by at least two of its marks that
 * agree, one of which is no other product's.
 */
export function isBitbucketServer({ document, url }: CodeHostPage): boolean {
  if (!mayBeInstallation(url)) return false;
  if (namesOtherHost(document, url)) return false;
  const own = countSignals(document, ownMarks);
  return own > 0 && own + countSignals(document, [sharedMark]) >= 2;
}
