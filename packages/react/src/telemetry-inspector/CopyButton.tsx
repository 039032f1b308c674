import { useState, type ReactElement } from "react";
import { Glyph } from "../icon/Glyph.tsx";
import { useMessages } from "../messages/useMessages.ts";
import { PlainButton } from "../panel/PlainButton.tsx";

/**
 * Copies a text, and says whether it did until the person goes elsewhere.
 * Renders a `<button>` and, for assistive technology, a `<span role="status">`.
 * Records nothing.
 */
export function CopyButton({ label, text, variant }: CopyButtonProps): ReactElement {
  const messages = useMessages();
  const [result, setResult] = useState<"copied" | "copyFailed" | undefined>(undefined);
  const copy = () => {
    // Without a secure context there is no clipboard, and the access throws.
    new Promise<void>((resolve) => resolve(navigator.clipboard.writeText(text()))).then(
      () => setResult("copied"),
      () => setResult("copyFailed"),
    );
  };
  const rest = () => setResult(undefined);
  return (
    <>
      <PlainButton variant={variant} onClick={copy} onBlur={rest} onPointerLeave={rest}>
        <Glyph name={result === "copied" ? "check" : "copy"} className="at-icon at-item-icon" />
        {result === undefined ? label : messages[result]}
      </PlainButton>
      <span className="at-sr" role="status">
        {result !== undefined && messages[result]}
      </span>
    </>
  );
}

/** The props of {@link CopyButton}. */
export interface CopyButtonProps {
  readonly label: string;
  /** Makes the text when it is asked for. */
  readonly text: () => string;
  readonly variant?: "default" | "quiet";
}
