import { ActionItem, useMenu } from "@action-telemetry/react";
import { X } from "lucide-react";
import { useState, type ReactElement, type ReactNode } from "react";
import { useCodeBrowser } from "../app/CodeBrowser.ts";
import { Splitter } from "../layout/Splitter.tsx";
import type { AddressHash, PanelTab } from "../navigation/addressHash.ts";
import { fileAddress, type CodePlace } from "../navigation/Route.ts";
import { PanelTabs, tabTitles } from "./PanelTabs.tsx";

/** Props of {@link BottomPanel}. */
export interface BottomPanelProps {
  readonly place: CodePlace;
  readonly hash: AddressHash;
  /** The view that is shown. */
  readonly tab: PanelTab;
  readonly children: ReactNode;
}

const minHeight = 96;
const maxHeight = 640;
const startHeight = 260;

/** The panel below the code, with its views. Renders a `<section>`. */
export function BottomPanel({ place, hash, tab, children }: BottomPanelProps): ReactElement {
  const { navigation, codeScope, editor } = useCodeBrowser();
  const [height, setHeight] = useState(startHeight);
  const items = useMenu("panel/toolbar", { scope: codeScope });
  const { selection } = hash;
  const at = selection === undefined ? {} : { selection };
  const close = () => {
    navigation.go(fileAddress(place, at));
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
          <PanelTabs
            current={tab}
            hasWord={selection?.character !== undefined}
            addressOf={(next) => fileAddress(place, { ...at, tab: next })}
          />
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
