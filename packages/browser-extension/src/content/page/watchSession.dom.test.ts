import { expect, onTestFinished, test } from "vitest";
import { createFakeBackground, signedIn } from "../../testing/content/createFakeBackground.ts";
import { sessionInterval, watchSession } from "./watchSession.ts";

test("The session is read when the person comes back and is not signed in, once a second at most", () => {
  const background = createFakeBackground();
  let now = 0;
  const end = watchSession({ document, background, now: () => now });
  onTestFinished(end);
  const comeBack = () => window.dispatchEvent(new Event("focus"));
  comeBack();
  background.push();
  comeBack();
  expect(background.sessionChecks).toBe(0);
  background.push({ instance: { ...signedIn.instance, session: "signed-out" } });
  comeBack();
  comeBack();
  document.dispatchEvent(new Event("visibilitychange"));
  expect(background.sessionChecks).toBe(1);
  now += sessionInterval;
  window.dispatchEvent(new Event("pageshow"));
  expect(background.sessionChecks).toBe(2);
  now += sessionInterval;
  end();
  comeBack();
  expect(background.sessionChecks).toBe(2);
});
