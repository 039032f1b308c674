import { expect, it } from "vitest";

import { urlForOpenPanel } from "./urlForOpenPanel.ts";

it.each([
  ["x", "", "#tab=x"],
  ["x", "#", "#tab=x"],
  ["x", "#L1:2-3:4", "#L1:2-3:4&tab=x"],
  ["x", "L1:2-3:4", "#L1:2-3:4&tab=x"],
  ["x", "#L1%3A2", "#L1:2&tab=x"],
  ["x", "#L1=", "#L1&tab=x"],
  ["x", "#L1&tab=old", "#L1&tab=x"],
  ["x", "#tab=old&L1&tab=older&k=v", "#L1&k=v&tab=x"],
  ["x", "#table=1&tab", "#table=1&tab=x"],
  ["a b&c=d#e", "#L1", "#L1&tab=a%20b%26c%3Dd%23e"],
  ["git:history", "", "#tab=git:history"],
  ["\uD800", "", "#tab=%EF%BF%BD"],
])("shows the view %j from the fragment %j with %j", (viewID, hash, url) => {
  expect(urlForOpenPanel(viewID, hash)).toBe(url);
});
