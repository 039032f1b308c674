import { createListeners } from "../listeners/createListeners.ts";
import { fitItems, naturalLength, type ToolbarSizes } from "./fitItems.ts";
import type { KeyedItem } from "./KeyedItem.ts";

/** What of a toolbar is shown. */
export interface Overflow {
  /** The items it was found out for. */
  readonly items: readonly KeyedItem[];
  /** Whether items that have an icon show nothing else. */
  readonly isCompact: boolean;
  /** The keys of the items that are in the menu. */
  readonly hidden: ReadonlySet<string>;
  /** How much longer the toolbar would be with everything in it, in CSS pixels. */
  readonly spare: number;
  /** How broad a column stays when items move into the menu; 0 for a row. */
  readonly breadth: number;
}

/** Remembers sizes, and says what fits. */
export interface OverflowStore {
  /** Undefined before anything was measured. */
  getSnapshot(): Overflow | undefined;
  subscribe(listener: () => void): () => void;
  /** Takes the sizes of new items, and the room there is for them in CSS pixels. */
  measured(items: readonly KeyedItem[], sizes: ToolbarSizes, room: number): void;
  /** Takes another room for the same items. */
  resized(room: number): void;
  /** Forgets all sizes: they are of letters of another font. */
  forget(): void;
}

/** Makes an empty store. */
export function createOverflowStore(): OverflowStore {
  const listeners = createListeners();
  let sizes: ToolbarSizes | undefined;
  let overflow: Overflow | undefined;
  let latestRoom = 0;

  function show(items: readonly KeyedItem[], known: ToolbarSizes, room: number): void {
    // Where it is not displayed nothing can be said; everything is there when it appears.
    const fit = fitItems(known, room > 0 ? room : Number.POSITIVE_INFINITY);
    const { isCompact, visible } = fit;
    const hidden = new Set(items.filter((_item, place) => !visible[place]).map(({ key }) => key));
    const spare = Math.max(0, naturalLength(known) - fit.length);
    const next = { items, isCompact, hidden, spare, breadth: Math.ceil(known.breadth) };
    if (overflow !== undefined && isSame(overflow, next)) return;
    overflow = next;
    listeners.notify();
  }

  return {
    getSnapshot: () => overflow,
    subscribe: listeners.add,
    measured(items, known, room) {
      sizes = known;
      latestRoom = room;
      show(items, known, room);
    },
    resized(room) {
      if (room === latestRoom || sizes === undefined || overflow === undefined) return;
      latestRoom = room;
      show(overflow.items, sizes, room);
    },
    forget() {
      if (overflow === undefined) return;
      sizes = undefined;
      overflow = undefined;
      listeners.notify();
    },
  };
}

function isSame(a: Overflow, b: Overflow): boolean {
  if (a.items !== b.items || a.isCompact !== b.isCompact || a.spare !== b.spare) return false;
  return a.hidden.size === b.hidden.size && [...a.hidden].every((key) => b.hidden.has(key));
}
