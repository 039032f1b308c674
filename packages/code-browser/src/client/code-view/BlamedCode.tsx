import { useMemo, type ReactElement } from "react";
import type { BlameAnswer } from "../../api/BlameAnswer.ts";
import type { TextBlob } from "../../api/BlobAnswer.ts";
import { codePaths } from "../../api/codePaths.ts";
import { useCodeBrowser } from "../app/CodeBrowser.ts";
import { useRepository } from "../app/RepositoryContext.ts";
import { withQuery } from "../data/fetchAnswer.ts";
import { useAnswer } from "../data/useAnswer.ts";
import { useNow } from "../format/useNow.ts";
import type { AddressHash } from "../navigation/addressHash.ts";
import type { CodePlace } from "../navigation/Route.ts";
import { configKey, settingKeys } from "../settings/settingKeys.ts";
import { useContextValue } from "../settings/useContextValue.ts";
import type { BlameDisplay, BlameMode } from "./BlameDisplay.ts";
import { CodeView } from "./CodeView.tsx";

/** Props of {@link BlamedCode}. */
export interface BlamedCodeProps {
  readonly blob: TextBlob;
  readonly place: CodePlace;
  readonly hash: AddressHash;
}

/** A file's text with the blame that the settings ask for, read when it is first needed. Renders a `<div>`. */
export function BlamedCode({ blob, place, hash }: BlamedCodeProps): ReactElement {
  const { registry } = useCodeBrowser();
  const { withoutHistory } = useRepository();
  const setting = useContextValue(registry.context, configKey(settingKeys.blame));
  const mode: BlameMode =
    withoutHistory === undefined && (setting === "line" || setting === "file") ? setting : "none";
  const { path, revision } = place;
  const now = useNow();
  const answer = useAnswer<BlameAnswer>(
    mode === "none" ? undefined : withQuery(codePaths.blame, { path, revision }),
  );
  const value = answer.status === "ready" ? answer.value : undefined;
  const blame = useMemo<BlameDisplay | undefined>(
    () => (mode === "none" || value === undefined ? undefined : { mode, answer: value, now }),
    [mode, now, value],
  );
  return (
    <>
      {answer.status === "failed" && (
        <output className="cb-blame-problem">{answer.error.message}</output>
      )}
      <CodeView blob={blob} place={place} hash={hash} blame={blame} />
    </>
  );
}
