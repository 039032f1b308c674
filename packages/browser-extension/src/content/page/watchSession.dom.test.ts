import { expect, onTestFinished, test } from "vitest";
import { createFakeBackground, signedIn } from "../../testing/content/createFakeBackground.ts";
import { sessionInterval, watchSession } from "./watchSession.ts";

const signedOut = { instance: { ...signedIn.instance, session: "signed-out" } } as const;

/** A page that is watched, and time that passes when told to. */
function watch() {
  const background = createFakeBackground();
  let time = 0;
  let due: { readonly at: number; readonly callback: () => void } | undefined;
  const end = watchSession({
    document,
    background,
    now: () => time,
    delay(callback, milliseconds) {
      due = { at: time + milliseconds, callback };
      return () => (due = undefined);
    },
  });
  onTestFinished(end);
  return {
    background,
    end,
    comeBack: () => window.dispatchEvent(new Event("focus")),
    leave: () => window.dispatchEvent(new Event("blur")),
    pass(milliseconds: number) {
      time += milliseconds;
      if (due === undefined || due.at > time) return;
      const { callback } = due;
      due = undefined;
      callback();
    },
  };
}

test("The session is read when the person comes back and is not signed in, once for each return", () => {
  const { background, comeBack, leave, pass, end } = watch();
  comeBack();
  background.push();
  comeBack();
  expect(background.sessionChecks).toBe(0);
  background.push(signedOut);
  comeBack();
  comeBack();
  document.dispatchEvent(new Event("visibilitychange"));
  pass(sessionInterval);
  expect(background.sessionChecks).toBe(1);
  leave();
  window.dispatchEvent(new Event("pageshow"));
  expect(background.sessionChecks).toBe(2);
  pass(sessionInterval);
  end();
  leave();
  comeBack();
  expect(background.sessionChecks).toBe(2);
});

test("Who comes back within a second is asked for when it is over, so that a quick sign-in is seen", () => {
  const { background, comeBack, leave, pass } = watch();
  background.push(signedOut);
  window.dispatchEvent(new Event("pageshow"));
  expect(background.sessionChecks).toBe(1);
  for (let count = 0; count < 3; count++) {
    leave();
    pass(200);
    comeBack();
  }
  expect(background.sessionChecks).toBe(1);
  pass(sessionInterval - 601);
  expect(background.sessionChecks).toBe(1);
  pass(1);
  expect(background.sessionChecks).toBe(2);
});

test("A return that waits is not asked for once somebody is signed in, or nobody watches", () => {
  const { background, comeBack, leave, pass, end } = watch();
  const comeBackAgain = () => {
    leave();
    comeBack();
  };
  background.push(signedOut);
  comeBack();
  comeBackAgain();
  background.push(signedIn);
  pass(sessionInterval);
  expect(background.sessionChecks).toBe(1);
  background.push(signedOut);
  comeBackAgain();
  expect(background.sessionChecks).toBe(2);
  comeBackAgain();
  end();
  pass(sessionInterval);
  expect(background.sessionChecks).toBe(2);
});
