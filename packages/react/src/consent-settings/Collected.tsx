import type { ReactElement } from "react";
import { useMessages } from "../messages/useMessages.ts";
import { Disclosure } from "../panel/Disclosure.tsx";
import type { HeadingLevel } from "../panel/HeadingLevel.ts";
import { PanelHeading } from "../panel/PanelHeading.tsx";
import type { Catalogue } from "./Catalogue.ts";
import { CollectedFields } from "./CollectedFields.tsx";

/**
 * What is recorded, in the words of the catalogue: the kinds of events, and every field on demand.
 * Renders a `<section>`.
 * Records nothing.
 */
export function Collected({ catalogue, headingLevel }: CollectedProps): ReactElement {
  const messages = useMessages();
  const groups = (["event", "batch"] as const).map((where) => ({
    where,
    fields: catalogue.fields.filter((field) => (field.where === "event") === (where === "event")),
  }));
  return (
    <section className="at-panel-part">
      <PanelHeading level={headingLevel} part>
        {messages.collectedTitle}
      </PanelHeading>
      <ul className="at-collected">
        {catalogue.events.map(({ name, purpose }) => (
          <li key={name}>
            <code className="at-code">{name}</code>
            <span>{purpose}</span>
          </li>
        ))}
      </ul>
      {groups.map(({ where, fields }) => (
        <Disclosure key={where} summary={messages.collectedFields(where, fields.length)}>
          {() => <CollectedFields fields={fields} />}
        </Disclosure>
      ))}
    </section>
  );
}

/** The props of {@link Collected}. */
export interface CollectedProps {
  readonly catalogue: Catalogue;
  readonly headingLevel: HeadingLevel;
}
