import { useEffect, useRef, type RefObject } from "react";
import type { TextBlob } from "../../api/BlobAnswer.ts";
import { useCodeBrowser } from "../app/CodeBrowser.ts";
import { formatHash, type AddressHash } from "../navigation/addressHash.ts";
import { fileAddress, type CodePlace } from "../navigation/Route.ts";
import type { BlameDisplay } from "./BlameDisplay.ts";
import { caretContext } from "./caretContext.ts";
import { createCodeEditor } from "./createCodeEditor.ts";
import { loadLanguage } from "./loadLanguage.ts";
import type { CodeToken } from "./tokenAt.ts";

/** What the editor shows and whom it tells. */
export interface CodeEditorInput {
  readonly blob: TextBlob;
  readonly place: CodePlace;
  readonly hash: AddressHash;
  readonly blame: BlameDisplay | undefined;
  readonly wrap: boolean;
  readonly onToken: (token: CodeToken | undefined) => void;
}

/** Keeps one editor inside an element and tells it what changes; the caret's word goes to the code view's context. */
export function useCodeEditor(parent: RefObject<HTMLElement | null>, input: CodeEditorInput): void {
  const { editor, nonce, navigation, codeScope } = useCodeBrowser();
  const { blob, hash, blame, wrap } = input;
  const latest = useLatest(input);
  const ownAddress = useRef<string>(undefined);

  useEffect(() => {
    if (parent.current === null) {
      return undefined;
    }
    const made = createCodeEditor({
      parent: parent.current,
      nonce,
      onToken: (token) => latest.current.onToken(token),
      onCaret: () => codeScope.update(caretContext(latest.current.place, made.caretToken())),
      onSelectLines: (selection) => {
        const { place, hash: old } = latest.current;
        const tab = old.tab === undefined ? {} : { tab: old.tab };
        const address = fileAddress(place, { ...tab, ...(selection && { selection }) });
        ownAddress.current = address;
        navigation.replace(address);
      },
    });
    const detach = editor.attach(made);
    return () => {
      detach();
      codeScope.update(caretContext({ path: "" }, undefined));
      made.destroy();
    };
  }, [codeScope, editor, latest, navigation, nonce, parent]);

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
  // Compared by what it says: an address that is read twice makes two objects.
  const lines = formatHash(hash.selection === undefined ? {} : { selection: hash.selection });
  useEffect(() => {
    const { place, hash: now } = latest.current;
    // A selection made in the editor is in view already; one that an address asks for has to be shown.
    const own = ownAddress.current === fileAddress(place, now);
    ownAddress.current = undefined;
    editor.current?.select(now.selection, !own);
  }, [blob, editor, latest, lines]);
}

function useLatest<Value>(value: Value): { readonly current: Value } {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}
