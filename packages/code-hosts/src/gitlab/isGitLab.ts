import { countSignals } from "../dom/countSignals.ts";
import type { CodeHostPage } from "../host/CodeHostPage.ts";
import { mayBeInstallation } from "../url/mayBeInstallation.ts";
import { namesOtherHost } from "../url/namesOtherHost.ts";

const name = 'head meta[content="GitLab"]';
const others = [
  "body[data-page][data-find-file], body[data-page][data-project], body[data-project-full-path]",
  'meta[name="csrf-param"][content="authenticity_token"]',
  ".navbar-gitlab, .super-sidebar, #js-super-sidebar, .js-super-sidebar, .layout-page",
  "body[class*='gl-browser-'], body[class*='gl-platform-']",
];

/**
 * Whether a page is one of GitLab: `gitlab.com` by name, an installation by its name in the head and
 * at least one more of its marks, on a page that names no other host as its own.
 */
export function isGitLab({ document, url }: CodeHostPage): boolean {
  if (url.hostname === "gitlab.com") return url.protocol === "https:";
  if (!mayBeInstallation(url)) return false;
  if (document.querySelector(name) === null || namesOtherHost(document, url)) return false;
  return countSignals(document, others) >= 1;
}
