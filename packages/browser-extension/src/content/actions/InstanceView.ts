import {
  createInstanceLinks,
  parseInstanceURL,
  type InstanceLinks,
} from "@action-telemetry/code-hosts";
import type { ExtensionState } from "../../messages/ExtensionState.ts";

/** The connected instance, as a page needs to know it. */
export interface InstanceView {
  /** Links with the markers that consent allows. */
  readonly links: InstanceLinks;
  /** Links without markers, for what the list of markers does not name. */
  readonly plainLinks: InstanceLinks;
  /** Whether the person has to sign in before anything there can be seen. */
  readonly needsSignIn: boolean;
}

/** The instance of a state; `undefined` where its address is none that a link could lead to. */
export function toInstanceView(state: ExtensionState): InstanceView | undefined {
  const { instance, platform, markers } = state;
  if (parseInstanceURL(instance.url) === undefined) return undefined;
  const instanceURL = instance.url;
  return {
    links: createInstanceLinks({ instanceURL, platform, markers }),
    plainLinks: createInstanceLinks({ instanceURL, platform, markers: false }),
    needsSignIn: instance.selfHosted && instance.session === "signed-out",
  };
}
