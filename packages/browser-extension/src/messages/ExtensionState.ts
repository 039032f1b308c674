import type { JsonObject } from "@action-telemetry/event-schema";
import type { UTMPlatform } from "@action-telemetry/code-hosts";

/** Whether a person is signed in at the instance, as far as is known. */
export type Session = "unknown" | "signed-in" | "signed-out" | "unreachable";

/**
 * Everything a content script is told unasked. It holds neither the anonymous ID nor anything of the
 * queue: those stay in the worker.
 */
export interface ExtensionState {
  /** The person's on/off switch. When it is off, nothing of the extension is on a page. */
  readonly enabled: boolean;
  readonly platform: UTMPlatform;
  readonly instance: {
    /** http or https, perhaps with a base path, without a slash at the end. */
    readonly url: string;
    /** Whether it is another instance than the public one. */
    readonly selfHosted: boolean;
    readonly session: Session;
  };
  /** Whether links to the instance may carry their markers: consent is `granted`. */
  readonly markers: boolean;
  /** Whether errors may be reported: its own setting, apart from telemetry. */
  readonly errorReporting: boolean;
  /**
   * The manifests of the extensions that are installed at the instance, and of those that come along:
   * data of unknown origin, for the registry's `registerExtension`.
   */
  readonly manifests: readonly unknown[];
  /** The settings of extensions by key: what `config.*` reads. */
  readonly configuration: JsonObject;
  /** The commands that the worker runs, for `Background.command`. */
  readonly commands: readonly string[];
}
