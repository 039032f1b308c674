import { useState } from "react";
import { firstEventCommand } from "./firstEventCommand.ts";

/** Shown while nothing has ever been stored: how to send a first event. */
export function EmptyState() {
  const [command] = useState(() => firstEventCommand(window.location.origin, Date.now()));
  const [isCopied, setCopied] = useState(false);
  const copy = () => {
    navigator.clipboard.writeText(command).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <section className="card empty">
      <svg viewBox="0 0 120 48" aria-hidden="true">
        <path d="M4 34h22l12-24 16 34 12-20h12" />
        <path className="is-waiting" d="M78 24h38" />
      </svg>
      <h2>Waiting for the first event</h2>
      <p>
        Run an action in an application that is connected to this instance, or send one by hand.
        This page shows it as soon as it is stored.
      </p>
      <div className="command">
        <pre>{command}</pre>
        <button type="button" className="button" onClick={copy}>
          {isCopied ? "Copied" : "Copy"}
        </button>
      </div>
      <output className="visually-hidden">
        {isCopied ? "The command is in the clipboard." : ""}
      </output>
    </section>
  );
}
