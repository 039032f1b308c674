import type { CatalogueField } from "@action-telemetry/telemetry";
import type { ReactElement } from "react";
import { useMessages } from "../messages/useMessages.ts";

/**
 * Fields of the catalogue: what each is for, an example, and whether it is always there.
 * Renders a `<dl>`.
 * Records nothing.
 */
export function CollectedFields({ fields }: CollectedFieldsProps): ReactElement {
  const messages = useMessages();
  return (
    <dl className="at-fields">
      {fields.map((field) => (
        <div key={`${field.where}.${field.name}`} className="at-field">
          <dt>
            <code className="at-code">
              {field.where === "client" ? `client.${field.name}` : field.name}
            </code>
            <span className="at-tag" data-presence={field.presence}>
              {messages.fieldPresence(field.presence)}
            </span>
            {field.personalData !== "none" && (
              <span className="at-tag" data-tone="accent">
                {messages.fieldPersonalData(field.personalData)}
              </span>
            )}
          </dt>
          <dd>{field.purpose}</dd>
          {hasExample(field) && (
            <dd className="at-field-example">
              {messages.fieldExample} <code className="at-code">{toText(field.example)}</code>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

/** An empty list is an example of nothing. */
function hasExample({ example }: CatalogueField): boolean {
  return !Array.isArray(example) || example.length > 0;
}

function toText(example: CatalogueField["example"]): string {
  return typeof example === "string" ? example : JSON.stringify(example);
}

/** The props of {@link CollectedFields}. */
export interface CollectedFieldsProps {
  readonly fields: readonly CatalogueField[];
}
