import { GitBranch } from "lucide-react";
import { useMemo, type ReactElement } from "react";
import type { BlobAnswer } from "../../api/BlobAnswer.ts";
import { codePaths } from "../../api/codePaths.ts";
import { withQuery } from "../data/fetchAnswer.ts";
import { useAnswer } from "../data/useAnswer.ts";
import { HistoryPanel } from "../history/HistoryPanel.tsx";
import type { AddressHash } from "../navigation/addressHash.ts";
import { fileAddress, type CodePlace } from "../navigation/Route.ts";
import { BottomPanel } from "../panel/BottomPanel.tsx";
import { LocationsPanel } from "../references/LocationsPanel.tsx";
import { FileBody } from "./FileBody.tsx";
import { FileHeader } from "./FileHeader.tsx";
import { useFileContext } from "./useFileContext.ts";

/** Props of {@link FilePage}. */
export interface FilePageProps {
  readonly place: CodePlace;
  readonly hash: AddressHash;
}

/** One file: where it is, its text, and the panel below. Renders a `<main>`. */
export function FilePage({ place, hash }: FilePageProps): ReactElement {
  const { path, revision } = place;
  const answer = useAnswer<BlobAnswer>(withQuery(codePaths.blob, { path, revision }));
  const blob = answer.status === "ready" ? answer.value : undefined;
  useFileContext({ place, hash, blob, failed: answer.status === "failed" });
  const shown = useMemo(
    () => ({ path, ...(revision === undefined ? {} : { revision }) }),
    [path, revision],
  );
  return (
    <main className="cb-file-page" id="content">
      <FileHeader place={shown} blob={blob} />
      {revision !== undefined && (
        <p className="cb-revision-note">
          <GitBranch aria-hidden="true" />
          <span>
            As of <code>{revision.slice(0, 10)}</code>.
          </span>
          <a
            href={fileAddress(
              { path },
              hash.selection === undefined ? {} : { selection: hash.selection },
            )}
          >
            Show the file as it is now
          </a>
        </p>
      )}
      <div className="cb-file-body">
        <FileBody answer={answer} place={shown} hash={hash} />
      </div>
      {hash.tab !== undefined && (
        <BottomPanel place={shown} hash={hash} tab={hash.tab}>
          {hash.tab === "history" ? (
            <HistoryPanel key={path} place={shown} />
          ) : (
            <LocationsPanel
              kind={hash.tab === "references" ? "references" : "definition"}
              place={shown}
              selection={hash.selection}
            />
          )}
        </BottomPanel>
      )}
    </main>
  );
}
