import type { ResolvedLink } from "@action-telemetry/actions";

/** The attributes of an anchor, with their names in HTML. */
export interface LinkAttributes {
  readonly href: string;
  readonly target?: "_blank";
  readonly rel?: string;
  readonly referrerpolicy?: "no-referrer";
}

/** An external link opens a tab that learns neither who opened it nor from where. */
export function linkAttributes({ href, external }: ResolvedLink): LinkAttributes {
  if (!external) return { href };
  return { href, target: "_blank", rel: "noopener noreferrer", referrerpolicy: "no-referrer" };
}
