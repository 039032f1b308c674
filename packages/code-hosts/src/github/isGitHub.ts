import { countSignals } from "../dom/countSignals.ts";
import type { CodeHostPage } from "../host/CodeHostPage.ts";
import { mayBeInstallation } from "../url/mayBeInstallation.ts";
import { namesOtherHost } from "../url/namesOtherHost.ts";

const enterprise = [
  "body.enterprise",
  'meta[property="og:site_name"][content="GitHub Enterprise"]',
  'meta[property="og:site_name"][content="GitHub"]',
  'meta[name="hostname"]',
  'meta[name="octolytics-app-id"], meta[name="octolytics-url"]',
  "react-app[app-name]",
];

/**
 * Whether a page is one of GitHub: `github.com` by name, GitHub Enterprise by at least two of its
 * marks that agree, on a page that names no other host as its own.
 */
export function isGitHub({ document, url }: CodeHostPage): boolean {
  const { hostname } = url;
  if (hostname === "github.com" || hostname === "www.github.com") return url.protocol === "https:";
  if (!mayBeInstallation(url) || namesOtherHost(document, url)) return false;
  const isEnterprise = countSignals(document, enterprise.slice(0, 2)) > 0;
  return isEnterprise && countSignals(document, enterprise) >= 2;
}
