import type { ActionId } from "@action-telemetry/event-schema";

/**
 * The type of an ID that was written down as it is, or checked: a literal, or an `ActionId` as
 * `isActionId` and `defineAction` return it. A `string` or a template literal, which could carry
 * anything (a file name, a query), becomes a type that refuses it and says what to do.
 *
 * @example
 * recorder.recordAction({ actionId: "file.open" });
 * recorder.recordAction({ actionId: `file.open.${path}` }); // does not compile
 */
export type KnownActionId<Id extends string> = Id extends ActionId
  ? Id
  : // A type with infinitely many values makes an index signature, which an empty object satisfies.
    Readonly<Record<never, 1>> extends Readonly<Record<Id, 1>>
    ? "Not known in advance: write the ID as a literal, or check it with isActionId."
    : Id;
