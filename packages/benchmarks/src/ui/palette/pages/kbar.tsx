import {
  KBarAnimator,
  KBarPortal,
  KBarPositioner,
  KBarProvider,
  KBarResults,
  KBarSearch,
  useKBar,
  useMatches,
} from "kbar";
import { useState, type ReactElement } from "react";
import type { PalettePageApp } from "./PalettePageApp.ts";

/** kbar, which makes its rows as they are seen. */
export const App: PalettePageApp = ({ documents, revision }) => {
  const [actions] = useState(() =>
    documents.map(({ id, title, category, keywords }) => ({
      id,
      name: title,
      subtitle: category,
      keywords: keywords.join(","),
      perform: () => undefined,
    })),
  );
  return (
    <KBarProvider actions={actions} options={{ animations: { enterMs: 0, exitMs: 0 } }}>
      <p>{revision}</p>
      <OpenButton />
      <KBarPortal>
        <KBarPositioner>
          <KBarAnimator>
            <KBarSearch />
            <Results />
          </KBarAnimator>
        </KBarPositioner>
      </KBarPortal>
    </KBarProvider>
  );
};

function OpenButton(): ReactElement {
  const { query } = useKBar();
  return (
    <button id="open" type="button" onClick={query.toggle}>
      Open
    </button>
  );
}

function Results(): ReactElement {
  const { results } = useMatches();
  return (
    <KBarResults
      items={results}
      onRender={({ item }) => <div>{typeof item === "string" ? item : item.name}</div>}
    />
  );
}
