import { useRef, useState, type ReactElement } from "react";
import { useElementId } from "../element-id/useElementId.ts";
import { useModalDialog } from "../command-palette/useModalDialog.ts";
import { Glyph } from "../icon/Glyph.tsx";
import { useMessages } from "../messages/useMessages.ts";
import { PlainButton } from "../panel/PlainButton.tsx";

/**
 * Erases queue and anonymous ID, after a question. A plain control and no action, as the switch of
 * `ConsentSettings` is: the wish to leave no trace must leave none.
 * Renders a `<button>` and, when asked, a modal `<dialog>`.
 * Records nothing.
 */
export function EraseButton({ count, erase }: EraseButtonProps): ReactElement {
  const messages = useMessages();
  const [stage, setStage] = useState<"idle" | "asking" | "erased">("idle");
  const confirm = async () => {
    setStage("idle");
    await erase();
    setStage("erased");
  };
  return (
    <>
      <PlainButton variant="danger" aria-haspopup="dialog" onClick={() => setStage("asking")}>
        <Glyph name="trash" className="at-icon at-item-icon" />
        {messages.erase}
      </PlainButton>
      {stage === "asking" && (
        <EraseDialog
          count={count}
          onCancel={() => setStage("idle")}
          onConfirm={() => void confirm()}
        />
      )}
      <span className="at-sr" role="status">
        {stage === "erased" && messages.erased}
      </span>
    </>
  );
}

/** The props of {@link EraseButton}. */
export interface EraseButtonProps {
  /** How many events wait. */
  readonly count: number;
  /** Erases; never rejects. */
  readonly erase: () => Promise<void>;
}

function EraseDialog({ count, onCancel, onConfirm }: EraseDialogProps): ReactElement {
  const messages = useMessages();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useElementId();
  useModalDialog(dialog);
  return (
    <dialog
      ref={dialog}
      role="alertdialog"
      className="at-dialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-question`}
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
    >
      <h2 id={`${id}-title`} className="at-panel-part-title">
        {messages.eraseTitle}
      </h2>
      <p id={`${id}-question`}>{messages.eraseQuestion(count)}</p>
      <div className="at-dialog-buttons">
        <PlainButton onClick={onCancel}>{messages.eraseCancel}</PlainButton>
        <PlainButton variant="danger" onClick={onConfirm}>
          {messages.eraseConfirm}
        </PlainButton>
      </div>
    </dialog>
  );
}

interface EraseDialogProps {
  readonly count: number;
  readonly onCancel: () => void;
  readonly onConfirm: () => void;
}
