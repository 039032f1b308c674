import type { ReactElement } from "react";
import type { PanelTab } from "../navigation/addressHash.ts";

/** Props of {@link PanelTabs}. */
export interface PanelTabsProps {
  readonly current: PanelTab;
  /** Whether a word is selected, which has references. */
  readonly hasWord: boolean;
  readonly addressOf: (tab: PanelTab) => string;
}

/** The names of the panel's views. */
export const tabTitles: Readonly<Record<PanelTab, string>> = {
  history: "History",
  references: "References",
  definitions: "Definitions",
};

/** Links to the views of the panel. Renders a `<nav>`. */
export function PanelTabs({ current, hasWord, addressOf }: PanelTabsProps): ReactElement {
  const tabs = new Set<PanelTab>([
    ...(hasWord ? (["references"] as const) : []),
    current,
    "history",
  ]);
  return (
    <nav className="cb-tabs" aria-label="Panel">
      {[...tabs].map((tab) => (
        <a
          key={tab}
          className="cb-tab"
          href={addressOf(tab)}
          aria-current={tab === current ? "page" : undefined}
        >
          {tabTitles[tab]}
        </a>
      ))}
    </nav>
  );
}
