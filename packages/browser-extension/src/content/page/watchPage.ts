import { findTokenAtPoint, watchCodeViews, type CodeHost } from "@action-telemetry/code-hosts";
import { watchPointer } from "../hover/watchPointer.ts";
import { watchPaletteKey } from "../palette/watchPaletteKey.ts";
import type { PageModel } from "./createPageModel.ts";
import type { Places } from "./createPlaces.ts";
import { delay } from "../../browser/delay.ts";
import { watchTyping } from "./watchTyping.ts";

/** What {@link watchPage} works with. */
export interface PageWatchOptions {
  readonly document: Document;
  readonly host: CodeHost;
  readonly model: PageModel;
  readonly places: Places;
  /** What lies over the page and is ours. */
  readonly overlay: Element;
  /** Told what went wrong with a place; the others are not affected. */
  readonly onError: (error: unknown) => void;
}

/**
 * Keeps the places of a page in step with the page, and listens to the person's pointer and keys.
 *
 * @returns ends it, and closes every place
 */
export function watchPage(options: PageWatchOptions): () => void {
  const { document, host, model, overlay } = options;
  const { views, hover, palette } = model;
  const endings = [
    watchPlaces(options),
    watchPointer({
      document,
      find: (x, y) => findTokenAtPoint(document, host, views.elements(), x, y),
      onToken: hover.point,
      onScroll: hover.scroll,
      isOurs: (target) => target === overlay,
      delay,
    }),
    watchPaletteKey(document, { onPress: palette.toggle, onModifier: palette.prepare }),
    watchTyping(document, model.isTyping.set),
  ];
  return () => {
    for (const end of endings) end();
    hover.close();
    palette.setOpen(false);
  };
}

function watchPlaces({ document, host, model, places, onError }: PageWatchOptions): () => void {
  const { views, hover, refresh, followSearch } = model;
  return watchCodeViews(document, host, {
    onError,
    onCodeView({ element, facts, toolbarMount }) {
      refresh();
      const { scope } = views.add(element, facts);
      const close = toolbarMount && places.open(toolbarMount, { kind: "code-view", facts, scope });
      return () => {
        close?.();
        hover.forget(element);
        views.remove(element);
      };
    },
    onRepository(mount) {
      refresh();
      return places.open(mount, { kind: "repository" });
    },
    onPalette: (mount) => places.open(mount, { kind: "palette" }),
    onSearch(mount, input) {
      const search = followSearch(input);
      const close = places.open(mount, { kind: "search", scope: search.scope });
      return () => {
        close();
        search.close();
      };
    },
  });
}
