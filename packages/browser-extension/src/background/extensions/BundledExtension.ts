import type { JsonObject, JsonValue } from "@action-telemetry/event-schema";
import type { ExtensionRecorder } from "./createExtensionRecorder.ts";

/** What a command of an extension may do, beside computing. */
export interface CommandContext {
  readonly arguments: readonly JsonValue[];
  /** The settings of extensions by key. */
  readonly configuration: JsonObject;
  /** Records events of the extension's own. */
  readonly recorder: ExtensionRecorder;
  /** Opens an address in another program; the browser asks the person. */
  openProgram(url: string): Promise<void>;
}

/** A reason why a command did not do its work, in words for the person. */
export class CommandError extends Error {}

/**
 * An extension that comes along: a manifest like any other, and the code of its commands, which is part
 * of this package, since a store's rules and good sense forbid to load any.
 */
export interface BundledExtension {
  /** What its events begin with, before a dot. */
  readonly namespace: string;
  readonly manifest: JsonObject;
  /** The code of its commands, by their IDs. They reject with a {@link CommandError}. */
  readonly commands: Readonly<Record<string, (context: CommandContext) => Promise<void>>>;
}
