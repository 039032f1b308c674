import { countSignals } from "../dom/countSignals.ts";
import type { CodeHostPage } from "../host/CodeHostPage.ts";
import { mayBeInstallation } from "../url/mayBeInstallation.ts";
import { namesOtherHost } from "../url/namesOtherHost.ts";
import { gerritApp } from "./gerritApp.ts";

const others = [
  'script[src*="gr-app"], link[href*="gr-app"]',
  'link[href*="gerrit"], script[src*="gerrit"]',
];
const initialData = /\bwindow\.(?:INITIAL_DATA|CANONICAL_PATH|STATIC_RESOURCE_PATH)\b/u;

/** Whether a page is one of Gerrit: by its application's element and at least one more mark. */
export function isGerrit({ document, url }: CodeHostPage): boolean {
  if (!mayBeInstallation(url)) return false;
  const app = document.querySelector(gerritApp);
  if (app === null || namesOtherHost(document, url)) return false;
  if (countSignals(document, others) > 0) return true;
  if ((app.shadowRoot ?? app).querySelector("#app-element, gr-app-element") !== null) return true;
  const scripts = [...document.querySelectorAll("script:not([src])")];
  return scripts.some((script) => initialData.test(script.textContent ?? ""));
}
