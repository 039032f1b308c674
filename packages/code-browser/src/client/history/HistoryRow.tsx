import type { ReactElement } from "react";
import type { HistoryEntry } from "../../api/HistoryAnswer.ts";
import { formatAge } from "../format/formatAge.ts";
import { formatDate } from "../format/formatDate.ts";
import { initialsOf } from "../format/initialsOf.ts";
import { fileAddress } from "../navigation/Route.ts";

/** Props of {@link HistoryRow}. */
export interface HistoryRowProps {
  readonly entry: HistoryEntry;
  /** Whether the page shows the file as of this commit. */
  readonly current: boolean;
  /** In milliseconds since 1970. */
  readonly now: number;
}

const shortCommit = 7;

/** One commit of a file's history, a link to the file as of it. Renders an `<li>`. */
export function HistoryRow({ entry, current, now }: HistoryRowProps): ReactElement {
  const { id, author, time, subject, path, movedFrom, exists } = entry;
  return (
    <li className="cb-history-row" data-current={current ? "" : undefined}>
      <span className="cb-avatar" aria-hidden="true" data-tone={toneOf(author)}>
        {initialsOf(author)}
      </span>
      <span className="cb-history-text">
        <span className="cb-history-subject">
          {exists ? (
            <a
              href={fileAddress({ path, revision: id }, { tab: "history" })}
              aria-current={current ? "true" : undefined}
            >
              {subject || "No message"}
            </a>
          ) : (
            subject
          )}
        </span>
        <span className="cb-history-facts">
          {author}{" "}
          <time dateTime={time} title={formatDate(time)}>
            {formatAge(time, now)}
          </time>
          {movedFrom !== undefined && <> · moved from {movedFrom}</>}
          {!exists && <> · removed the file</>}
        </span>
      </span>
      <code className="cb-commit">{id.slice(0, shortCommit)}</code>
    </li>
  );
}

const tones = 6;

function toneOf(name: string): number {
  let sum = 0;
  for (const character of name) {
    sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  }
  return sum % tones;
}
