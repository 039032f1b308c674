import { useEffect, useRef, type ReactElement, type ReactNode } from "react";
import { SearchX } from "lucide-react";
import { fileAddress } from "../navigation/Route.ts";
import { Notice } from "../states/Notice.tsx";
import { FileIcon } from "./FileIcon.tsx";
import type { FileMatch } from "./filterFiles.ts";

/** Props of {@link FileMatches}. */
export interface FileMatchesProps {
  readonly query: string;
  readonly matches: readonly FileMatch[];
  /** The match that Enter opens, from 0. */
  readonly selected: number;
  readonly revision?: string;
}

/** The files that match what was typed, best first. Renders a `<ul>`. */
export function FileMatches({
  query,
  matches,
  selected,
  revision,
}: FileMatchesProps): ReactElement {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.children[selected]?.scrollIntoView({ block: "nearest" });
  }, [selected]);
  if (matches.length === 0) {
    return (
      <Notice icon={<SearchX />} title="No file matches">
        No path holds the letters of “{query}” in this order.
      </Notice>
    );
  }
  return (
    <ul ref={list} className="cb-matches" aria-label="Matching files">
      {matches.map(({ path, matched }, index) => (
        <li key={path}>
          <a
            className="cb-match"
            data-selected={index === selected ? "" : undefined}
            href={fileAddress({ path, ...(revision === undefined ? {} : { revision }) })}
          >
            <FileIcon name={path.slice(path.lastIndexOf("/") + 1)} />
            <MatchedPath path={path} matched={matched} />
          </a>
        </li>
      ))}
    </ul>
  );
}

function MatchedPath({ path, matched }: FileMatch): ReactElement {
  const marked = new Set(matched);
  const nameStart = path.lastIndexOf("/") + 1;
  const parts = (from: number, to: number) => markParts(path, from, to, marked);
  return (
    <span className="cb-match-path">
      <span className="cb-match-name">{parts(nameStart, path.length)}</span>
      {nameStart > 0 && <span className="cb-match-folder">{parts(0, nameStart - 1)}</span>}
    </span>
  );
}

function markParts(
  text: string,
  from: number,
  to: number,
  marked: ReadonlySet<number>,
): ReactNode[] {
  const parts: ReactNode[] = [];
  let start = from;
  for (let at = from + 1; at <= to; at += 1) {
    if (at === to || marked.has(at) !== marked.has(start)) {
      const part = text.slice(start, at);
      parts.push(marked.has(start) ? <mark key={start}>{part}</mark> : part);
      start = at;
    }
  }
  return parts;
}
