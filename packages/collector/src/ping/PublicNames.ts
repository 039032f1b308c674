import { platforms, surfaces } from "@action-telemetry/event-schema";
import type { Dimension } from "../store/Selection.ts";

/** The dimensions of a ping. */
export type PingDimension = Extract<Dimension, "name" | "surface" | "platform">;

/** What may be named in a ping, by dimension. Everything else may hold a name that is private. */
export type PublicNames = Readonly<Record<PingDimension, ReadonlySet<string>>>;

/** The IDs of the actions that every application has. */
const builtinActions = [
  "findReferences",
  "goToDefinition",
  "goToDefinition.preloaded",
  "goToPermalink",
  "toggleColorTheme",
  "toggleLineWrap",
];

/**
 * The names that may stand in a ping.
 *
 * @param permittedActions - IDs of more actions, which the administrator calls public.
 */
export function publicNames(permittedActions: readonly string[] = []): PublicNames {
  return {
    name: new Set([...builtinActions, ...permittedActions]),
    surface: new Set(surfaces),
    platform: new Set(platforms),
  };
}
