"use client";

import { eventCatalogue, type Consent, type TelemetryDecision } from "@action-telemetry/telemetry";
import { clsx } from "clsx";
import { type HTMLAttributes, type ReactElement } from "react";
import { useElementId } from "../element-id/useElementId.ts";
import { useMessages } from "../messages/useMessages.ts";
import type { HeadingLevel } from "../panel/HeadingLevel.ts";
import { PanelHeading } from "../panel/PanelHeading.tsx";
import type { Catalogue } from "./Catalogue.ts";
import { Collected } from "./Collected.tsx";
import { ConsentSwitch } from "./ConsentSwitch.tsx";
import { useConsentState } from "./useConsentState.ts";
import { useDecide, type DecidedState } from "./useDecide.ts";

/**
 * Asks a person whether telemetry may be sent: what is recorded, in plain words, and the switch.
 * Renders a `<section>`.
 * Records nothing. The switch is a plain control and no action, on purpose: somebody who opts out must
 * not leave an event behind that says so, and after a denial there is no way to record one. Nor can an
 * extension, a shortcut or the palette run it: consent is given by hand, here.
 *
 * @example
 * ```tsx
 * <ConsentSettings
 *   consent={client.consent}
 *   decision={decideTelemetry(inputs)}
 *   onDecide={(state) => settings.set("sendTelemetry", state === "granted")}
 * />
 * ```
 */
export function ConsentSettings(props: ConsentSettingsProps): ReactElement {
  const { consent, decision, onDecide, catalogue = eventCatalogue, ...rest } = props;
  const { headingLevel = 2, className, ...attributes } = rest;
  const messages = useMessages();
  const headingId = useElementId();
  const state = useConsentState(consent);
  const decide = useDecide(consent, onDecide);
  return (
    <section
      aria-labelledby={attributes["aria-label"] === undefined ? headingId : undefined}
      {...attributes}
      className={clsx("at-panel at-consent", className)}
    >
      <header className="at-panel-header">
        <PanelHeading id={headingId} level={headingLevel}>
          {messages.consentTitle}
        </PanelHeading>
        <p>{messages.consentIntro}</p>
      </header>
      <ConsentSwitch state={state} decision={decision} {...decide} />
      <Collected catalogue={catalogue} headingLevel={headingLevel} />
    </section>
  );
}

/** The props of {@link ConsentSettings}: its own, and those of a `<section>`. */
export interface ConsentSettingsProps extends HTMLAttributes<HTMLElement> {
  /** Of a telemetry client. */
  readonly consent: Consent;
  /**
   * What `decideTelemetry` says of the settings: the reason that is shown, and whether the person can
   * change it. To be made anew after each decision. @default the person decides
   */
  readonly decision?: TelemetryDecision | undefined;
  /**
   * Keeps what the person decided for the next visit. It holds already; when this throws or rejects,
   * the person is told that it could not be kept.
   */
  readonly onDecide?: ((state: DecidedState) => void | Promise<void>) | undefined;
  /** What is recorded, in another language. @default the catalogue of the wire format */
  readonly catalogue?: Catalogue | undefined;
  /** The level of its heading in the page's outline. @default 2 */
  readonly headingLevel?: HeadingLevel | undefined;
}
