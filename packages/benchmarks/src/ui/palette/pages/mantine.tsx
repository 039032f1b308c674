import "@mantine/core/styles.css";
import "@mantine/spotlight/styles.css";
import { MantineProvider } from "@mantine/core";
import { Spotlight, spotlight, type SpotlightActionData } from "@mantine/spotlight";
import { useMemo } from "react";
import type { PalettePageApp } from "./PalettePageApp.ts";

/** Mantine's Spotlight with its own filter, without a limit, as it comes. */
export const App: PalettePageApp = ({ documents, revision }) => {
  const actions = useMemo<SpotlightActionData[]>(
    () =>
      documents.map(({ id, title, category, keywords }) => ({
        id,
        label: title,
        description: category,
        keywords: [...keywords],
        onClick: () => undefined,
      })),
    [documents],
  );
  return (
    <MantineProvider>
      <p>{revision}</p>
      <button id="open" type="button" onClick={spotlight.open}>
        Open
      </button>
      <Spotlight
        actions={actions}
        nothingFound="Nothing"
        scrollable
        maxHeight={400}
        shortcut={null}
        transitionProps={{ duration: 0 }}
        searchProps={{ placeholder: "Search" }}
      />
    </MantineProvider>
  );
};

/** Its rows are buttons. */
export const rowSelector = "button[data-action]";
