import { GitCommitHorizontal, History } from "lucide-react";
import { useState, type ReactElement } from "react";
import { codePaths } from "../../api/codePaths.ts";
import type { HistoryAnswer } from "../../api/HistoryAnswer.ts";
import { withQuery } from "../data/fetchAnswer.ts";
import { useAnswer } from "../data/useAnswer.ts";
import { useNow } from "../format/useNow.ts";
import type { CodePlace } from "../navigation/Route.ts";
import { Failure } from "../states/Failure.tsx";
import { Loading } from "../states/Loading.tsx";
import { Notice } from "../states/Notice.tsx";
import { HistoryPager } from "./HistoryPager.tsx";
import { HistoryRow } from "./HistoryRow.tsx";

/** The commits that changed a file, newest first, following renames. Renders an `<ol>`, or why there are none. */
export function HistoryPanel({ place }: { readonly place: CodePlace }): ReactElement {
  const [skip, setSkip] = useState(0);
  const { path, revision } = place;
  const answer = useAnswer<HistoryAnswer>(withQuery(codePaths.history, { path, revision, skip }));
  if (answer.status === "failed" && answer.error.code === "no-history") {
    return (
      <Notice icon={<History />} title="There is no history">
        {answer.error.message}
      </Notice>
    );
  }
  if (answer.status === "failed") {
    return (
      <Failure title="The history could not be read" error={answer.error} retry={answer.retry} />
    );
  }
  return answer.status === "ready" ? (
    <Entries answer={answer.value} revision={revision} skip={skip} onSkip={setSkip} />
  ) : (
    <Loading label="Loading the history" lines={6} />
  );
}

function Entries(props: {
  readonly answer: HistoryAnswer;
  readonly revision: string | undefined;
  readonly skip: number;
  readonly onSkip: (skip: number) => void;
}): ReactElement {
  const { answer, revision, skip, onSkip } = props;
  const { entries, more } = answer;
  const now = useNow();
  if (entries.length === 0) {
    return (
      <Notice icon={<GitCommitHorizontal />} title="Nobody has committed this file yet">
        Its history begins with the first commit that holds it.
      </Notice>
    );
  }
  return (
    <>
      <ol className="cb-history" start={skip + 1}>
        {entries.map((entry) => (
          <HistoryRow
            key={entry.id}
            entry={entry}
            current={revision !== undefined && entry.id.startsWith(revision)}
            now={now}
          />
        ))}
      </ol>
      {(more || skip > 0) && <HistoryPager skip={skip} more={more} onSkip={onSkip} />}
    </>
  );
}
