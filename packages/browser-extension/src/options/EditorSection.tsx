import { type ReactElement, useId, useState } from "react";
import { useOptions, useSettings } from "./connection/OptionsContext.ts";
import { Section } from "./parts/Section.tsx";

/** Where the person's repositories are, which “Open file in VS Code” has to know. */
export function EditorSection(): ReactElement {
  const { connection } = useOptions();
  const { repositoriesFolder } = useSettings();
  const [typed, setTyped] = useState<string>();
  const id = useId();
  const save = () => {
    if (typed === undefined) return;
    void connection.write({ repositoriesFolder: typed.trim() }).then(() => setTyped(undefined));
  };
  return (
    <Section title="Open in VS Code">
      <label className="ext-muted" htmlFor={id}>
        Folder on this computer that holds your repositories
      </label>
      <form
        className="ext-instance"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <input
          id={id}
          className="ext-field"
          spellCheck={false}
          autoComplete="off"
          maxLength={1024}
          placeholder="/code"
          value={typed ?? repositoriesFolder}
          onChange={(event) => setTyped(event.target.value)}
        />
        <button
          type="submit"
          className="ext-button"
          data-primary={typed !== undefined && typed.trim() !== repositoriesFolder}
        >
          Save
        </button>
      </form>
    </Section>
  );
}
