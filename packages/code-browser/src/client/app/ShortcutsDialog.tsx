import { formatKeybinding } from "@action-telemetry/actions";
import { X } from "lucide-react";
import { useRef, useState, type ReactElement } from "react";
import { useCodeBrowser } from "./CodeBrowser.ts";
import { useSignal } from "./Signal.ts";

interface Shortcut {
  readonly id: string;
  readonly title: string;
  readonly category: string;
  readonly keys: readonly string[];
}

/** The list of every keyboard shortcut, shown when an action asks for it. Renders a `<dialog>`. */
export function ShortcutsDialog(): ReactElement {
  const { registry, codeScope, requests } = useCodeBrowser();
  const dialog = useRef<HTMLDialogElement>(null);
  const [shortcuts, setShortcuts] = useState<readonly Shortcut[]>([]);
  useSignal(requests.showShortcuts, () => {
    const platform = /Mac|iPhone|iPad/u.test(navigator.userAgent) ? "mac" : "other";
    const actions = registry.getActions(codeScope).filter((action) => action.keybindings.length);
    setShortcuts(
      actions.map(({ id, title, category, keybindings }) => ({
        id,
        title,
        category: category ?? "Other",
        keys: keybindings.map((keybinding) => formatKeybinding(keybinding, platform)),
      })),
    );
    dialog.current?.showModal();
  });
  const groups = Map.groupBy(shortcuts, (shortcut) => shortcut.category);
  return (
    <dialog ref={dialog} className="cb-dialog" aria-labelledby="shortcuts-title" closedby="any">
      <div className="cb-dialog-head">
        <h2 id="shortcuts-title">Keyboard shortcuts</h2>
        <button
          type="button"
          className="cb-icon-button"
          aria-label="Close"
          onClick={() => dialog.current?.close()}
        >
          <X aria-hidden="true" />
        </button>
      </div>
      <div className="cb-dialog-body">
        {[...groups].map(([category, group]) => (
          <section key={category}>
            <h3>{category}</h3>
            <dl className="cb-shortcuts">
              {group.map(({ id, title, keys }) => (
                <div key={id}>
                  <dt>{title}</dt>
                  <dd>
                    {keys.map((key) => (
                      <kbd key={key} className="cb-key">
                        {key}
                      </kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </dialog>
  );
}
