import { webExtension } from "../browser/webExtension.ts";
import { connectBackground } from "./background/connectBackground.ts";
import { createInjectedParts } from "./parts/createInjectedParts.ts";
import { startContent } from "./startContent.ts";

/** In the world of content scripts, which no page sees. */
const world = globalThis as { [running]?: () => void };
const running = Symbol.for("@action-telemetry/browser-extension");

// Injected once more, after a permission was given anew say, it takes the place of the one before.
world[running]?.();
const background = connectBackground({ runtime: webExtension().runtime });
const stop = startContent({ document, background, parts: createInjectedParts(background) });
world[running] = () => {
  stop();
  background.close();
};
