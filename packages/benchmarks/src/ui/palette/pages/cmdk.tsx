import { Command } from "cmdk";
import { useState } from "react";
import type { PalettePageApp } from "./PalettePageApp.ts";

/** cmdk in its own dialog. */
export const App: PalettePageApp = ({ documents, revision }) => {
  const [open, setOpen] = useState(false);
  return (
    <>
      <p>{revision}</p>
      <button id="open" type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      <Command.Dialog open={open} onOpenChange={setOpen} label="Commands">
        <Command.Input />
        <Command.List style={{ height: 400, overflow: "auto" }}>
          {documents.map(({ id, title, category, keywords }) => (
            <Command.Item key={id} value={id} keywords={[title, category, ...keywords]}>
              {category === "" ? title : `${category}: ${title}`}
            </Command.Item>
          ))}
        </Command.List>
      </Command.Dialog>
    </>
  );
};
