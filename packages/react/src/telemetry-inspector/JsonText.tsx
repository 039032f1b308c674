import { useMemo, type CSSProperties, type ReactElement } from "react";
import { splitJsonLines } from "./splitJsonLines.ts";

/**
 * JSON text on lines, character for character: its text content is the text it was given, and line
 * breaks and indents are style.
 * Renders a `<pre>` that can be scrolled by keyboard.
 * Records nothing.
 */
export function JsonText({ text, label }: JsonTextProps): ReactElement {
  const lines = useMemo(() => splitJsonLines(text), [text]);
  return (
    <div className="at-json-frame" tabIndex={0} role="group" aria-label={label}>
      <pre className="at-json" dir="ltr" translate="no">
        {lines.map(({ depth, key, rest }, index) => (
          <code
            key={`${index}:${depth}`}
            className="at-json-line"
            style={{ "--at-depth": depth } as CSSProperties}
          >
            {key !== "" && <span className="at-json-key">{key}</span>}
            {rest}
          </code>
        ))}
      </pre>
    </div>
  );
}

/** The props of {@link JsonText}. */
export interface JsonTextProps {
  readonly text: string;
  /** What it is, for assistive technology. */
  readonly label: string;
}
