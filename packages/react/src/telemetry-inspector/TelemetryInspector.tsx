"use client";

import type { HTMLAttributes, ReactElement } from "react";
import type { HeadingLevel } from "../panel/HeadingLevel.ts";
import type { InspectedClient } from "./InspectedClient.ts";
import { OpenInspector } from "./OpenInspector.tsx";

/**
 * Shows a person what was and will be sent about them: the queue, the very bytes of the last batches,
 * what was lost and why, the instance and the anonymous ID; and lets them erase it all. It follows the
 * client as it changes, at most once a frame, and not at all while it is `hidden` or not mounted.
 * Renders a `<section>`, nothing while `hidden`.
 * Records nothing: looking at telemetry is no use of the program, and none of its controls is an action.
 *
 * @example
 * ```tsx
 * <TelemetryInspector client={client} hidden={!open} />
 * ```
 */
export function TelemetryInspector(props: TelemetryInspectorProps): ReactElement | null {
  const { hidden = false, headingLevel = 2, ...others } = props;
  return hidden ? null : <OpenInspector headingLevel={headingLevel} {...others} />;
}

/** The props of {@link TelemetryInspector}: its own, and those of a `<section>`. */
export interface TelemetryInspectorProps extends HTMLAttributes<HTMLElement> {
  readonly client: InspectedClient;
  /** The level of its heading in the page's outline. @default 2 */
  readonly headingLevel?: HeadingLevel | undefined;
}
