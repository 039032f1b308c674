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
  /** Whether a toolbar on the page says already that the person has to sign in. */
  readonly hasToolbar: boolean;
}

/** What is shown at a place: nothing where there is nothing to go to. */
export function PlaceContent({
  place,
  context,
  palette,
  hasToolbar,
}: PlaceContentProps): ReactElement | null {
  switch (place.kind) {
    case "code-view":
      return <Toolbar scope={place.scope} />;
    case "repository":
      return <RepositoryItem context={context} hasToolbar={hasToolbar} />;
    case "search":
      return <SearchItem scope={place.scope} />;
    case "palette":
      return <PaletteTrigger palette={palette} />;
  }
}

// In the order of the toolbar; they keep their place longest where there is little room.
const toolbarItems = [
  { action: instanceActions.viewDiff, key: instanceKeys.diff },
  { action: instanceActions.viewFile, key: instanceKeys.file },
  { action: instanceActions.signIn, key: instanceKeys.signIn },
].map((item) => ({ ...item, group: "instance", priority: 1 }));

function Toolbar({ scope }: { readonly scope: ContextStore }): ReactElement {
  const snapshot = useContextOf(scope);
  const items = useMemo<readonly ToolbarItem[]>(
    () => toolbarItems.filter(({ key }) => has(snapshot, key)),
    [snapshot],
  );
  return <CodeViewToolbar scope={scope} items={items} />;
}

function RepositoryItem(
  props: Pick<PlaceContentProps, "context" | "hasToolbar">,
): ReactElement | null {
  const { context, hasToolbar } = props;
  const snapshot = useContextOf(context);
  if (has(snapshot, instanceKeys.repository))
    return <ActionItem action={instanceActions.viewRepository} surface="toolbar" />;
  return has(snapshot, instanceKeys.signIn) && !hasToolbar ? (
    <ActionItem action={instanceActions.signIn} surface="toolbar" />
  ) : null;
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
  return typeof snapshot[key] === "string";
}
