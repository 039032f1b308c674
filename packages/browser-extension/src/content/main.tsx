import { webExtension } from "../browser/webExtension.ts";
import { connectBackground } from "./background/connectBackground.ts";
import { startContent } from "./startContent.ts";

startContent({ document, background: connectBackground({ runtime: webExtension().runtime }) });
