import type { CodeHostPage } from "../host/CodeHostPage.ts";
import { resolveLink } from "../url/resolveLink.ts";
import { findPhabricatorLinks } from "./findPhabricatorLinks.ts";
import { readPhabricatorAddress } from "./readPhabricatorAddress.ts";

/**
 * The repository of a page of Phabricator, by its address in Diffusion: that of the page, or of a
 * link among its crumbs and properties. Phabricator's names are its own; the application maps them
 * to those of the instance.
 */
export function readPhabricatorRepository({ document, url }: CodeHostPage): string | undefined {
  const own = readPhabricatorAddress(url);
  if (own !== undefined && own.page !== "commit") return own.repository;
  for (const link of findPhabricatorLinks(document)) {
    const target = resolveLink(link, url);
    const address = target && readPhabricatorAddress(target);
    if (address !== undefined && address.page !== "commit") return address.repository;
  }
  return own?.repository;
}
