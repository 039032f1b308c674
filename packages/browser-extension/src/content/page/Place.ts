import type { ContextStore } from "@action-telemetry/actions";
import type { FileFacts } from "@action-telemetry/code-hosts";

/** A place on the page where something of ours is shown. */
export type Place = CodeViewPlace | RepositoryPlace | PalettePlace | SearchPlace;

interface PlaceBase {
  /** Unique among the places of a page. */
  readonly key: string;
  /** What to render into. */
  readonly frame: HTMLElement;
}

/** The toolbar of a code view. */
export interface CodeViewPlace extends PlaceBase {
  readonly kind: "code-view";
  readonly facts: FileFacts | undefined;
  readonly scope: ContextStore;
}

/** Beside the buttons of the repository. */
export interface RepositoryPlace extends PlaceBase {
  readonly kind: "repository";
}

/** The palette's button. */
export interface PalettePlace extends PlaceBase {
  readonly kind: "palette";
}

/** Among the suggestions of the host's search field. */
export interface SearchPlace extends PlaceBase {
  readonly kind: "search";
  readonly scope: ContextStore;
}
