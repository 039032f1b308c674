import type { Scenario } from "../Scenario.ts";
import { closeTab } from "./closeTab.ts";
import { crossSite } from "./crossSite.ts";
import { killBrowser } from "./killBrowser.ts";
import { killRenderer } from "./killRenderer.ts";
import { navigate } from "./navigate.ts";
import { outage503, outageRefused } from "./outages.ts";
import { restart } from "./restart.ts";
import { twoTabs } from "./twoTabs.ts";

/** Every scenario, in the order of the tables. */
export const scenarios: readonly Scenario[] = [
  navigate,
  crossSite,
  closeTab,
  killRenderer,
  killBrowser,
  outage503,
  outageRefused,
  restart,
  twoTabs,
];
