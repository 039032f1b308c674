import type { BundledExtension } from "./BundledExtension.ts";
import { gitBlame } from "./gitBlame.ts";
import { openInVSCode } from "./openInVSCode.ts";

/** The extensions that come along. One that the instance installs under the same IDs takes their place. */
export const bundledExtensions: readonly BundledExtension[] = [gitBlame, openInVSCode];
