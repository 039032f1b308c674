import type { ActionReference } from "../use-action/ActionReference.ts";

/** An item of a toolbar, contributed or the application's own. */
export interface KeyedItem {
  readonly key: string;
  readonly action: ActionReference;
  readonly alt?: ActionReference | undefined;
  readonly group?: string | undefined;
  /** Items of a lower one make room first. @default 0 */
  readonly priority?: number | undefined;
}

/** Whether an item is a no-op, which is shown as text and takes no focus. */
export function isText({ action }: KeyedItem): boolean {
  return typeof action === "object" && "kind" in action && action.kind === "noop";
}
