import { webExtension } from "../browser/webExtension.ts";
import { connectBackground } from "./background/connectBackground.ts";
import { createContentReporting } from "./createContentReporting.ts";
import { startContent } from "./startContent.ts";

/** In the world of content scripts, which no page sees. */
const world = globalThis as { [running]?: () => void };
const running = Symbol.for("@action-telemetry/browser-extension");

// Injected once more, after a permission was given anew say, it takes the place of the one before.
world[running]?.();
const { runtime } = webExtension();
const background = connectBackground({ runtime });
const stop = startContent({
  document,
  background,
  createReporting: (codeHost) => createContentReporting(background, runtime, codeHost),
});
world[running] = () => {
  stop();
  background.close();
};
