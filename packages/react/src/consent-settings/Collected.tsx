import type { CatalogueField } from "@action-telemetry/telemetry";
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
      {(["event", "batch"] as const).map((where) => {
        const fields = fieldsOf(catalogue, where);
        return (
          <Disclosure key={where} summary={messages.collectedFields(where, fields.length)}>
            {() => <CollectedFields fields={fields} />}
          </Disclosure>
        );
      })}
    </section>
  );
}

/** The fields of an event or of a batch, those within a field after it. */
function fieldsOf(catalogue: Catalogue, where: "event" | "batch"): readonly CatalogueField[] {
  const at = (place: CatalogueField["where"]) =>
    catalogue.fields.filter((field) => field.where === place);
  return at(where).flatMap((field) =>
    where === "batch" && field.name === "client" ? [field, ...at("client")] : [field],
  );
}

/** The props of {@link Collected}. */
export interface CollectedProps {
  readonly catalogue: Catalogue;
  readonly headingLevel: HeadingLevel;
}
