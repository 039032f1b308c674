import { createActionRegistry, type ActionRegistry } from "@action-telemetry/actions";
import { ActionsProvider, CommandPalette, createRecents } from "@action-telemetry/react";
import { useState } from "react";
import type { CorpusDocument } from "../../ranking/RankingQuery.ts";
import type { PalettePageApp } from "./PalettePageApp.ts";
import "@action-telemetry/react/styles.css";

/** Ours, as an application uses it. */
export const App: PalettePageApp = ({ documents, revision }) => {
  const [registry] = useState(() => createRegistry(documents));
  const [recents] = useState(() => createRecents());
  return (
    <ActionsProvider registry={registry}>
      <p>{revision}</p>
      <CommandPalette trigger={<CommandPalette.Trigger id="open" />} recents={recents} />
    </ActionsProvider>
  );
};

function createRegistry(documents: readonly CorpusDocument[]): ActionRegistry {
  const registry = createActionRegistry();
  const actions = documents.map(({ id, title, category, keywords }) => ({
    id: `corpus.${id.replaceAll(/[^A-Za-z0-9._/-]/gu, "-")}`,
    title,
    keywords,
    run: () => undefined,
    ...(category === "" ? {} : { category }),
  }));
  const menus = { commandPalette: actions.map(({ id }) => ({ action: id })) };
  registry.registerContributions({ actions, menus });
  return registry;
}
