import type { ActionRegistry } from "@action-telemetry/actions";
import { findTokenAtCursor, type CodeHost } from "@action-telemetry/code-hosts";
import type { Background } from "../../messages/Background.ts";
import type { ExtensionState } from "../../messages/ExtensionState.ts";
import { createContentActions } from "../actions/createContentActions.ts";
import { toInstanceView, type InstanceView } from "../actions/InstanceView.ts";
import { createStore, type Store } from "../background/createStore.ts";
import { createHoverController, type HoverController } from "../hover/createHoverController.ts";
import { createShowHover } from "../hover/createShowHover.ts";
import { createGoToDefinition } from "../hover/goToDefinition.ts";
import {
  createPaletteController,
  type PaletteController,
} from "../palette/createPaletteController.ts";
import { createLazyPart, type LazyPart } from "../parts/createLazyPart.ts";
import { notLoaded } from "../parts/notLoaded.ts";
import type { PageParts } from "../parts/PageParts.ts";
import type { Parts } from "../parts/Parts.ts";
import { createPageRepositories } from "../repositories/createPageRepositories.ts";
import { createSearches } from "../search/createSearches.ts";
import { createSearchScope, type SearchScope } from "../search/createSearchScope.ts";
import { createViews, type Views } from "./createViews.ts";
import { delay } from "../../browser/delay.ts";
import { openTab } from "./openTab.ts";

/** What {@link createPageModel} works with. */
export interface PageModelOptions {
  readonly document: Document;
  readonly host: CodeHost;
  readonly background: Background;
  readonly parts: Parts<PageParts>;
  /** Tells the person a sentence. */
  readonly tell: (sentence: string) => void;
}

/** What is known of a page and can be done on it, apart from how it looks. */
export interface PageModel {
  readonly registry: ActionRegistry;
  readonly views: Views;
  readonly hover: HoverController;
  readonly hoverPart: LazyPart<PageParts["hover"]>;
  readonly palette: PaletteController;
  /** Whether the person writes in the page, where no key is ours. */
  readonly isTyping: Store<boolean>;
  /** The repository of the page, by the name the instance knows it by. */
  readonly readRepository: () => string | undefined;
  /** Follows the page to another repository. */
  readonly refresh: () => void;
  /** Follows a search field of the host until it is closed. */
  readonly followSearch: (input: HTMLInputElement) => SearchScope;
  /** Follows another state of the worker. */
  readonly update: (state: ExtensionState) => void;
}

/** Makes what is known of a page; it knows no code view yet. */
export function createPageModel(options: PageModelOptions): PageModel {
  const { document, host, background, parts, tell } = options;
  let instance: InstanceView | undefined;
  const getInstance = () => instance;
  const baseURL = document.location.href;
  const actions = createContentActions({ background, baseURL, openURL: openTab, tell });
  const { registry } = actions;
  const repositories = createPageRepositories({
    document,
    host,
    background,
    getInstance,
    onChange: () => refreshAll(),
  });
  const { getPresence } = repositories;
  const views = createViews(registry.context, getInstance, getPresence);
  const hoverPart = createLazyPart(() => parts.load("hover"));
  const palettePart = createLazyPart(() => parts.load("palette"));
  const onFailure = () => tell(notLoaded);
  const hover = createHoverController({
    background,
    getInstance,
    getView: views.get,
    getPresence,
    prepare: () => void hoverPart.load(),
    delay,
  });
  const searches = createSearches((input) =>
    createSearchScope(input, registry.context, getInstance),
  );
  const refresh = () => registry.context.update(repositories.readContext());
  const refreshAll = () => {
    refresh();
    views.refresh();
  };

  const goToDefinition = createGoToDefinition({ background, getInstance, openURL: openTab });
  registry.registerCommand("goToDefinition", goToDefinition);
  const find = () => findTokenAtCursor(document, host, views.elements());
  registry.registerCommand("showHover", createShowHover({ find, hover, part: hoverPart }));

  return {
    registry,
    views,
    hover,
    hoverPart,
    palette: createPaletteController({ document, part: palettePart, onFailure, delay }),
    isTyping: createStore(false),
    readRepository: repositories.readName,
    refresh,
    followSearch: searches.follow,
    update(state) {
      instance = toInstanceView(state);
      repositories.update(state);
      actions.update(state);
      refreshAll();
      searches.refresh();
    },
  };
}
