import type { ActionRegistry } from "@action-telemetry/actions";
import { findTokenAtCursor, type CodeHost } from "@action-telemetry/code-hosts";
import type { Background } from "../../messages/Background.ts";
import type { ExtensionState } from "../../messages/ExtensionState.ts";
import { repositoryContext } from "../actions/codeViewContext.ts";
import { createContentActions } from "../actions/createContentActions.ts";
import { toInstanceView, type InstanceView } from "../actions/InstanceView.ts";
import { createStore, type Store } from "../background/createStore.ts";
import { createHoverController, type HoverController } from "../hover/createHoverController.ts";
import { createGoToDefinition } from "../hover/goToDefinition.ts";
import {
  createPaletteController,
  type PaletteController,
} from "../palette/createPaletteController.ts";
import { createLazyPart, type LazyPart } from "../parts/createLazyPart.ts";
import type { PageParts } from "../parts/PageParts.ts";
import type { Parts } from "../parts/Parts.ts";
import { createSearchScope, type SearchScope } from "../search/createSearchScope.ts";
import { createViews, type Views } from "./createViews.ts";
import { delay } from "./delay.ts";
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
  const actions = createContentActions({ background, baseURL, openURL: openTab });
  const { registry } = actions;
  const views = createViews(registry.context, getInstance);
  const hoverPart = createLazyPart(() => parts.load("hover"));
  const prepare = () => void hoverPart.load();
  const getView = views.get;
  const hover = createHoverController({ background, getInstance, getView, prepare, delay });
  const searches = new Set<SearchScope>();
  const readRepository = () => host.readRepository({ document, url: new URL(document.URL) });
  const refresh = () => registry.context.update(repositoryContext(readRepository(), instance));

  registry.registerCommand(
    "goToDefinition",
    createGoToDefinition({ background, getInstance, openURL: openTab }),
  );
  registry.registerCommand("showHover", async () => {
    if (!(await hoverPart.load())) throw new Error(notLoaded);
    const found = findTokenAtCursor(document, host, views.elements());
    if (found === undefined || !hover.open(found))
      throw new Error("Put the text cursor into a word of the code, or select it, first.");
  });

  return {
    registry,
    views,
    hover,
    hoverPart,
    palette: createPaletteController({
      document,
      part: createLazyPart(() => parts.load("palette")),
      onFailure: () => tell(notLoaded),
    }),
    isTyping: createStore(false),
    readRepository,
    refresh,
    followSearch(input) {
      const search = createSearchScope(input, registry.context, getInstance);
      searches.add(search);
      const close = () => {
        search.close();
        searches.delete(search);
      };
      return { ...search, close };
    },
    update(state) {
      instance = toInstanceView(state);
      actions.update(state);
      refresh();
      views.refresh();
      for (const search of searches) search.refresh();
    },
  };
}

// The extension was replaced by a newer version, or removed, while the page was open.
const notLoaded = "The extension did not answer. Reload the page to connect again.";
