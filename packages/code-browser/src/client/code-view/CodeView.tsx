import { useEffect, useRef, type ReactElement } from "react";
import type { TextBlob } from "../../api/BlobAnswer.ts";
import { toCodeSize } from "../actions/setCodeSize.ts";
import { useCodeBrowser } from "../app/CodeBrowser.ts";
import { useSignal } from "../app/Signal.ts";
import { HoverCard } from "../hover/HoverCard.tsx";
import { useTokenCard } from "../hover/useTokenCard.ts";
import type { AddressHash } from "../navigation/addressHash.ts";
import { fileAddress, type CodePlace } from "../navigation/Route.ts";
import { configKey, settingKeys } from "../settings/settingKeys.ts";
import { useContextValue } from "../settings/useContextValue.ts";
import type { BlameDisplay } from "./BlameDisplay.ts";
import { caretContext } from "./caretContext.ts";
import { createCodeEditor } from "./createCodeEditor.ts";
import { loadLanguage } from "./loadLanguage.ts";

/** Props of {@link CodeView}. */
export interface CodeViewProps {
  readonly blob: TextBlob;
  readonly place: CodePlace;
  readonly hash: AddressHash;
  readonly blame: BlameDisplay | undefined;
}

/** A file's text with line numbers, selection, blame and hovers. Renders a `<div>` with a read-only editor. */
export function CodeView({ blob, place, hash, blame }: CodeViewProps): ReactElement {
  const { editor, nonce, navigation, registry, codeScope, requests } = useCodeBrowser();
  const parent = useRef<HTMLDivElement>(null);
  const card = useTokenCard(place);
  const wrap = useContextValue(registry.context, configKey(settingKeys.lineWrap)) === true;
  const size = useContextValue(registry.context, configKey(settingKeys.codeSize));
  const latest = useLatest({ place, hash, onToken: card.onToken });
  const ownSelection = useRef<string>(undefined);

  useEffect(() => {
    if (parent.current === null) {
      return undefined;
    }
    const made = createCodeEditor({
      parent: parent.current,
      nonce,
      onToken: (token) => latest.current.onToken(token),
      onCaret: () => {
        codeScope.update(caretContext(latest.current.place, made.caretToken()));
      },
      onSelectLines: (selection) => {
        const { place: at, hash: old } = latest.current;
        const tab = old.tab === undefined ? {} : { tab: old.tab };
        const address = fileAddress(at, { ...tab, ...(selection && { selection }) });
        ownSelection.current = address;
        navigation.replace(address);
      },
    });
    editor.current = made;
    return () => {
      editor.current = undefined;
      codeScope.update(caretContext({ path: "" }, undefined));
      made.destroy();
    };
  }, [codeScope, editor, latest, navigation, nonce]);

  useEffect(() => {
    editor.current?.show(blob.text, `Code of ${blob.path}`);
    let wanted = true;
    loadLanguage(blob.path).then(
      (language) => wanted && editor.current?.setLanguage(language),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [blob, editor]);
  useEffect(() => editor.current?.setLineWrap(wrap), [editor, wrap]);
  useEffect(() => editor.current?.setBlame(blame), [blame, blob, editor]);
  const { selection } = hash;
  useEffect(() => {
    // A selection made in the editor is in view already; one that an address asks for has to be shown.
    const own = ownSelection.current === fileAddress(latest.current.place, latest.current.hash);
    ownSelection.current = undefined;
    editor.current?.select(selection, !own);
    // Compared by what it says: an address read twice makes two objects.
  }, [blob, editor, latest, selection?.start, selection?.end, selection?.character]);

  useSignal(requests.showHover, () => {
    const token = editor.current?.caretToken();
    if (token !== undefined) {
      card.open(token);
    }
  });

  return (
    <div className="cb-code-view" data-size={toCodeSize(size)}>
      <div ref={parent} className="cb-editor" />
      {card.card !== undefined && <HoverCard card={card.card} control={card} />}
    </div>
  );
}

function useLatest<Value>(value: Value): { readonly current: Value } {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}
