import type { CodeHostPage } from "../host/CodeHostPage.ts";

/** Whether a page is one of Bitbucket Cloud: by its exact name, for there are no installations. */
export function isBitbucketCloud({ url }: CodeHostPage): boolean {
  return url.hostname === "bitbucket.org" && url.protocol === "https:";
}
