import type { ReactElement } from "react";
import type { CorpusDocument } from "../../ranking/RankingQuery.ts";

/** An application with a palette: renders a button with the ID `open`, and its palette closed. */
export type PalettePageApp = (props: {
  readonly documents: readonly CorpusDocument[];
  /** Changes when the application renders again for reasons of its own. */
  readonly revision: number;
}) => ReactElement;
