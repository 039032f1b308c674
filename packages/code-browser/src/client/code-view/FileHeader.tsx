import { CodeViewToolbar } from "@action-telemetry/react";
import type { ReactElement } from "react";
import type { BlobAnswer } from "../../api/BlobAnswer.ts";
import { Breadcrumbs } from "../app/Breadcrumbs.tsx";
import { useCodeBrowser } from "../app/CodeBrowser.ts";
import { formatSize } from "../format/formatSize.ts";
import type { CodePlace } from "../navigation/Route.ts";
import { languageName } from "./loadLanguage.ts";

/** Props of {@link FileHeader}. */
export interface FileHeaderProps {
  readonly place: CodePlace;
  /** Absent until the file was read. */
  readonly blob: BlobAnswer | undefined;
}

/** Where a file is, what it is, and what can be done with it. Renders a `<header>`. */
export function FileHeader({ place, blob }: FileHeaderProps): ReactElement {
  const { codeScope } = useCodeBrowser();
  return (
    <header className="cb-file-header">
      <div className="cb-file-title">
        <Breadcrumbs place={place} />
        <p className="cb-file-facts">{blob === undefined ? " " : factsOf(blob).join(" · ")}</p>
      </div>
      <CodeViewToolbar scope={codeScope} />
    </header>
  );
}

function factsOf(blob: BlobAnswer): string[] {
  const size = formatSize(blob.size);
  const state = {
    modified: "Changed since the last commit",
    untracked: "Not committed yet",
    committed: undefined,
  }[blob.state ?? "committed"];
  const facts =
    blob.kind === "text"
      ? [
          lineCount(blob.text),
          size,
          languageName(blob.path),
          blob.encoding === "UTF-8" ? undefined : blob.encoding,
          blob.lineEnding === "LF" ? undefined : `${blob.lineEnding} line endings`,
        ]
      : [size];
  return [...facts, state].filter((fact) => fact !== undefined);
}

function lineCount(text: string): string {
  let lines = text === "" || text.endsWith("\n") ? 0 : 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
    lines += 1;
  }
  return lines === 1 ? "1 line" : `${lines.toLocaleString("en")} lines`;
}
