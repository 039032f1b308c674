import { createShadowHost, type ShadowHostOptions } from "../shadow/createShadowHost.ts";
import type { Place } from "./Place.ts";
import { createPlaceList, type PlaceList } from "./PlaceList.ts";

/** A place that lacks its element yet. */
export type PlaceContents = Place extends infer One
  ? One extends Place
    ? Omit<One, "key" | "frame">
    : never
  : never;

/** Opens and closes the places of a page. */
export interface Places {
  readonly list: PlaceList;
  /** Puts an element of ours into a mount. @returns takes it off the page, at once */
  readonly open: (mount: HTMLElement, contents: PlaceContents) => () => void;
}

const surfaces = {
  "code-view": "toolbar",
  repository: "repository",
  palette: "palette",
  search: "search",
} as const;

/** Makes the places of a page; there are none yet. */
export function createPlaces(
  styleSheets: readonly CSSStyleSheet[],
  onRefused: ShadowHostOptions["onRefused"],
): Places {
  const list = createPlaceList();
  let last = 0;
  return {
    list,
    open(mount, contents) {
      // The mount is an element of ours without a box of its own: only what is put into it counts.
      mount.style.setProperty("all", "initial", "important");
      mount.style.setProperty("display", "contents", "important");
      const { frame, remove } = createShadowHost({
        parent: mount,
        styleSheets,
        surface: surfaces[contents.kind],
        onRefused,
      });
      const close = list.add({ ...contents, key: String(++last), frame } as Place);
      return () => {
        close();
        remove();
      };
    },
  };
}
