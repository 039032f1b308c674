import { countSignals } from "../dom/countSignals.ts";
import type { CodeHostPage } from "../host/CodeHostPage.ts";
import { mayBeInstallation } from "../url/mayBeInstallation.ts";
import { namesOtherHost } from "../url/namesOtherHost.ts";

const marks = [
  ".phabricator-wordmark",
  ".phabricator-main-menu, .phabricator-main-menu-brand",
  "#phabricator-standard-page, .phabricator-standard-page",
  'body[class*="phui-theme-"], body[class*="phui-body"]',
  "[data-sigil]",
];

/**
 * Whether a page is one of Phabricator or Phorge: by at least three of its marks that agree. The
 * wordmark alone would not do: installations replace it by their own.
 */
export function isPhabricator({ document, url }: CodeHostPage): boolean {
  if (!mayBeInstallation(url)) return false;
  return !namesOtherHost(document, url) && countSignals(document, marks) >= 3;
}
