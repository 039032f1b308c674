import { useMemo } from "react";
import {
  Autocomplete,
  Button,
  Dialog,
  DialogTrigger,
  Input,
  ListBox,
  ListBoxItem,
  ListLayout,
  Modal,
  SearchField,
  useFilter,
  Virtualizer,
} from "react-aria-components";
import type { PalettePageApp } from "./PalettePageApp.ts";

interface Item {
  readonly id: string;
  readonly name: string;
}

/** React Aria's command palette with its virtualized list, put together as its documentation does. */
export const App: PalettePageApp = ({ documents, revision }) => {
  const { contains } = useFilter({ sensitivity: "base" });
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
      <DialogTrigger>
        <Button id="open">Open</Button>
        <Modal isDismissable>
          <Dialog aria-label="Commands">
            <Autocomplete filter={contains}>
              <SearchField aria-label="Search" autoFocus>
                <Input />
              </SearchField>
              <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: 36 }}>
                <ListBox
                  aria-label="Commands"
                  items={items}
                  style={{ display: "block", height: 400, overflow: "auto" }}
                >
                  {({ name }) => <ListBoxItem textValue={name}>{name}</ListBoxItem>}
                </ListBox>
              </Virtualizer>
            </Autocomplete>
          </Dialog>
        </Modal>
      </DialogTrigger>
    </>
  );
};
