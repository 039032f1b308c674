import { ActionItem, useMenu } from "@action-telemetry/react";
import { X } from "lucide-react";
import { useState, type ReactElement, type ReactNode } from "react";
import { useCodeBrowser } from "../app/CodeBrowser.ts";
import { Splitter } from "../layout/Splitter.tsx";
import type { AddressHash, PanelTab } from "../navigation/addressHash.ts";
import { fileAddress, type CodePlace } from "../navigation/Route.ts";

/** Props of {@link BottomPanel}. */
export interface BottomPanelProps {
  readonly place: CodePlace;
  readonly hash: AddressHash;
  /** The view that is shown. */
  readonly tab: PanelTab;
  readonly children: ReactNode;
}

const tabTitles: Readonly<Record<PanelTab, string>> = {
  history: "History",
  references: "References",
  definitions: "Definitions",
};
const minHeight = 96;
const maxHeight = 640;
const startHeight = 260;

/** The panel below the code, with its views. Renders a `<section>`. */
export function BottomPanel({ place, hash, tab, children }: BottomPanelProps): ReactElement {
  const { navigation, codeScope, editor } = useCodeBrowser();
  const [height, setHeight] = useState(startHeight);
  const items = useMenu("panel/toolbar", { scope: codeScope });
  const tabs: readonly PanelTab[] =
    hash.selection?.character === undefined
      ? ["history"]
      : ["references", ...(tab === "definitions" ? (["definitions"] as const) : []), "history"];
  const shown = tabs.includes(tab) ? tabs : [tab, ...tabs];
  const addressOf = (next: PanelTab | undefined) =>
    fileAddress(place, {
      ...(hash.selection && { selection: hash.selection }),
      ...(next && { tab: next }),
    });
  const close = () => {
    navigation.go(addressOf(undefined));
    editor.current?.focus();
  };
  return (
    <>
      <Splitter
        label="Height of the panel"
        orientation="horizontal"
        value={height}
        min={minHeight}
        max={maxHeight}
        reversed
        controls="panel"
        onChange={setHeight}
      />
      <section id="panel" className="cb-panel" aria-label={tabTitles[tab]} style={{ height }}>
        <div className="cb-panel-head">
          <nav className="cb-tabs" aria-label="Panel">
            {shown.map((candidate) => (
              <a
                key={candidate}
                className="cb-tab"
                href={addressOf(candidate)}
                aria-current={candidate === tab ? "page" : undefined}
              >
                {tabTitles[candidate]}
              </a>
            ))}
          </nav>
          <div className="cb-panel-tools">
            {items.map(({ key, action, alt }) => (
              <ActionItem key={key} action={action} alt={alt} surface="page" variant="toolbar" />
            ))}
            <button
              type="button"
              className="cb-icon-button"
              aria-label="Close the panel"
              onClick={close}
            >
              <X aria-hidden="true" />
            </button>
          </div>
        </div>
        <div className="cb-panel-body" tabIndex={-1}>
          {children}
        </div>
      </section>
    </>
  );
}
