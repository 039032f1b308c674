import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef, type ReactElement } from "react";
import type { PalettePageApp } from "./PalettePageApp.ts";

interface Item {
  readonly id: string;
  readonly name: string;
}

/** Base UI's command palette with its virtualized list, put together as its documentation does. */
export const App: PalettePageApp = ({ documents, revision }) => {
  const items = useMemo<Item[]>(
    () =>
      documents.map(({ id, title, category }) => ({
        id,
        name: category === "" ? title : `${category}: ${title}`,
      })),
    [documents],
  );
  return (
    <>
      <p>{revision}</p>
      <Dialog.Root>
        <Dialog.Trigger id="open">Open</Dialog.Trigger>
        <Dialog.Portal>
          <Dialog.Popup aria-label="Commands">
            <Autocomplete.Root
              open
              inline
              virtualized
              autoHighlight="always"
              items={items}
              itemToStringValue={(item: Item) => item.name}
            >
              <Autocomplete.Input />
              <Autocomplete.List>
                <Rows />
              </Autocomplete.List>
            </Autocomplete.Root>
          </Dialog.Popup>
        </Dialog.Portal>
      </Dialog.Root>
    </>
  );
};

function Rows(): ReactElement {
  const items = Autocomplete.useFilteredItems<Item>();
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 36,
    initialRect: { width: 600, height: 400 },
    overscan: 5,
  });
  return (
    <div ref={scroller} role="presentation" style={{ height: 400, overflow: "auto" }}>
      <div role="presentation" style={{ height: virtualizer.getTotalSize(), position: "relative" }}>
        {virtualizer.getVirtualItems().map(({ key, index, start, size }) => (
          <Autocomplete.Item
            key={key}
            index={index}
            value={items[index]}
            style={{ position: "absolute", top: start, height: size }}
          >
            {items[index]?.name}
          </Autocomplete.Item>
        ))}
      </div>
    </div>
  );
}
