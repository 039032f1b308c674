import {
  type ActionId,
  copyJsonObject,
  isActionId,
  isEventId,
  isTrigger,
  type JsonObject,
  type Trigger,
} from "@action-telemetry/event-schema";
import type { ArgumentsDrop } from "@action-telemetry/telemetry";
import { type Fields, isText } from "./readFields.ts";

/** An event as a content script reports it. Who reports, when, and for whom is the worker's to say. */
export interface RecordInput {
  /** By this it counts once, however often it is told. Absent: the worker gives it one. */
  readonly id?: string;
  /** The ID of the action that was run, or `hover`. */
  readonly name: ActionId;
  /** Where: `toolbar`, `palette`, `hover`, … */
  readonly surface?: ActionId;
  readonly trigger?: Trigger;
  readonly alt?: true;
  readonly trusted?: false;
  /** Only what `logArguments` returned; at most 1 KiB of JSON. */
  readonly arguments?: JsonObject;
  /** Why there are no arguments although some were opted in to: counted, never sent. */
  readonly argumentsDropped?: ArgumentsDrop;
  /**
   * The repository it happened in, which is never recorded: under a strict policy it decides whether
   * the public instance may hear of the event at all. Absent means that it may be private.
   */
  readonly repository?: string;
}

const drops: ReadonlySet<unknown> = new Set<ArgumentsDrop>([
  "arguments-not-json",
  "arguments-too-deep",
  "arguments-too-large",
  "arguments-forbidden-key",
  "arguments-malformed-text",
  "log-arguments-failed",
]);

/**
 * Copies what is known of an event, and nothing else; `undefined` when it has no well-formed name.
 * Other fields that are malformed are left out.
 */
export function readRecordInput(fields: Fields): RecordInput | undefined {
  const { id, name, surface, trigger, argumentsDropped, repository } = fields;
  if (!isActionId(name)) return undefined;
  const logged =
    fields["arguments"] === undefined ? undefined : copyJsonObject(fields["arguments"]);
  return {
    ...(isEventId(id) && { id }),
    name,
    ...(isActionId(surface) && { surface }),
    ...(isTrigger(trigger) && { trigger }),
    ...(fields["alt"] === true && { alt: true }),
    ...(fields["trusted"] === false && { trusted: false }),
    ...(logged?.ok === true && { arguments: logged.value }),
    ...(drops.has(argumentsDropped) && { argumentsDropped: argumentsDropped as ArgumentsDrop }),
    ...(isText(repository, 1024) && { repository }),
  };
}
