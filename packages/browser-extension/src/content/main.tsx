import { webExtension } from "../browser/webExtension.ts";
import { connectBackground } from "./background/connectBackground.ts";
import { startContent } from "./startContent.ts";

/** In the world of content scripts, which no page sees. */
const world = globalThis as { [running]?: () => void };
const running = Symbol.for("@action-telemetry/browser-extension");

// Injected once more, after a permission was given anew say, it takes the place of the one before.
world[running]?.();
const background = connectBackground({ runtime: webExtension().runtime });
const stop = startContent({ document, background });
world[running] = () => {
  stop();
  background.close();
};
