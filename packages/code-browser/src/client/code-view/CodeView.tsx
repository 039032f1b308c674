import { useRef, type ReactElement } from "react";
import type { TextBlob } from "../../api/BlobAnswer.ts";
import { toCodeSize } from "../actions/setCodeSize.ts";
import { useCodeBrowser } from "../app/CodeBrowser.ts";
import { useSignal } from "../app/Signal.ts";
import { HoverCard } from "../hover/HoverCard.tsx";
import { useTokenCard } from "../hover/useTokenCard.ts";
import type { AddressHash } from "../navigation/addressHash.ts";
import type { CodePlace } from "../navigation/Route.ts";
import { configKey, settingKeys } from "../settings/settingKeys.ts";
import { useContextValue } from "../settings/useContextValue.ts";
import type { BlameDisplay } from "./BlameDisplay.ts";
import { useCodeEditor } from "./useCodeEditor.ts";

/** Props of {@link CodeView}. */
export interface CodeViewProps {
  readonly blob: TextBlob;
  readonly place: CodePlace;
  readonly hash: AddressHash;
  readonly blame: BlameDisplay | undefined;
}

/** A file's text with line numbers, selection, blame and hovers. Renders a `<div>` with a read-only editor. */
export function CodeView({ blob, place, hash, blame }: CodeViewProps): ReactElement {
  const { editor, registry, requests } = useCodeBrowser();
  const parent = useRef<HTMLDivElement>(null);
  const card = useTokenCard(place);
  const wrap = useContextValue(registry.context, configKey(settingKeys.lineWrap)) === true;
  const size = toCodeSize(useContextValue(registry.context, configKey(settingKeys.codeSize)));
  useCodeEditor(parent, { blob, place, hash, blame, wrap, onToken: card.onToken });
  useSignal(requests.showHover, () => {
    const token = editor.current?.caretToken();
    if (token !== undefined) {
      card.open(token);
    }
  });
  return (
    <div className="cb-code-view" data-size={size}>
      <div ref={parent} className="cb-editor" />
      {card.card !== undefined && <HoverCard card={card.card} control={card} />}
    </div>
  );
}
