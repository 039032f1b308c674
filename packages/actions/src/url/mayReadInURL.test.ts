import { expect, it } from "vitest";

import { mayReadInURL } from "./mayReadInURL.ts";

const secret = "config.theme codecov.apiToken user.PASSWORD my.api_key a.accessKey session.cookie";
const permitted = "resource.uri panel.url codecov.commitURL hoverPosition keyboard configuration.x";

it.each(secret.split(" "))("keeps %s out of URLs", (key) => {
  expect(mayReadInURL(key)).toBe(false);
});

it.each(permitted.split(" "))("lets %s into URLs", (key) => {
  expect(mayReadInURL(key)).toBe(true);
});
