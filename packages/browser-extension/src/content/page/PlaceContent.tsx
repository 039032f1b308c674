import type { Context, ContextStore } from "@action-telemetry/actions";
import {
  ActionItem,
  ActionsScope,
  CodeViewToolbar,
  type ToolbarItem,
} from "@action-telemetry/react";
import { useMemo, useSyncExternalStore, type ReactElement } from "react";
import { instanceActions, instanceKeys } from "../actions/instanceContributions.ts";
import type { PaletteController } from "../palette/createPaletteController.ts";
import { PaletteTrigger } from "../palette/PaletteTrigger.tsx";
import type { Place } from "./Place.ts";

/** Props of {@link PlaceContent}. */
export interface PlaceContentProps {
  readonly place: Place;
  /** The context of the page. */
  readonly context: ContextStore;
  readonly palette: PaletteController;
  /** Which kinds of place there are on the page: what is said of the repository is said in one. */
  readonly kinds: ReadonlySet<Place["kind"]>;
}

/** What is shown at a place: nothing where there is nothing to go to. */
export function PlaceContent({
  place,
  context,
  palette,
  kinds,
}: PlaceContentProps): ReactElement | null {
  switch (place.kind) {
    case "code-view":
      return <Toolbar scope={place.scope} isAlone={!kinds.has("repository")} />;
    case "repository":
      return <RepositoryItem context={context} hasToolbar={kinds.has("code-view")} />;
    case "search":
      return <SearchItem scope={place.scope} />;
    case "palette":
      return <PaletteTrigger palette={palette} />;
  }
}

/** What is said where the repository cannot be shown. */
const repositoryItems = [
  { action: instanceActions.missing, key: instanceKeys.missing },
  { action: instanceActions.connect, key: instanceKeys.private },
];
const ofRepository: ReadonlySet<string> = new Set(repositoryItems.map(({ key }) => key));

// In the order of the toolbar; they keep their place longest where there is little room.
const toolbarItems = [
  { action: instanceActions.viewDiff, key: instanceKeys.diff },
  { action: instanceActions.viewFile, key: instanceKeys.file },
  { action: instanceActions.signIn, key: instanceKeys.signIn },
  ...repositoryItems,
].map((item) => ({ ...item, group: "instance", priority: 1 }));

interface ToolbarProps {
  readonly scope: ContextStore;
  /** Whether there is no better place on the page for what is said of the repository. */
  readonly isAlone: boolean;
}

function Toolbar({ scope, isAlone }: ToolbarProps): ReactElement {
  const snapshot = useContextOf(scope);
  const items = useMemo<readonly ToolbarItem[]>(
    () =>
      toolbarItems.filter(({ key }) => has(snapshot, key) && (isAlone || !ofRepository.has(key))),
    [snapshot, isAlone],
  );
  return <CodeViewToolbar scope={scope} items={items} />;
}

interface RepositoryItemProps extends Pick<PlaceContentProps, "context"> {
  /** Whether a toolbar says already that the person has to sign in. */
  readonly hasToolbar: boolean;
}

function RepositoryItem({ context, hasToolbar }: RepositoryItemProps): ReactElement | null {
  const snapshot = useContextOf(context);
  const shown = [
    { action: instanceActions.viewRepository, key: instanceKeys.repository },
    ...repositoryItems,
    ...(hasToolbar ? [] : [{ action: instanceActions.signIn, key: instanceKeys.signIn }]),
  ].find(({ key }) => has(snapshot, key));
  return shown === undefined ? null : <ActionItem action={shown.action} surface="toolbar" />;
}

function SearchItem({ scope }: { readonly scope: ContextStore }): ReactElement | null {
  const snapshot = useContextOf(scope);
  if (!has(snapshot, instanceKeys.search)) return null;
  return (
    <ActionsScope scope={scope}>
      <ActionItem action={instanceActions.search} surface="menu" variant="quiet" />
    </ActionsScope>
  );
}

function useContextOf(store: ContextStore): Context {
  return useSyncExternalStore(store.subscribe, store.getSnapshot);
}

function has(snapshot: Context, key: string): boolean {
  return typeof snapshot[key] === "string" || snapshot[key] === true;
}
