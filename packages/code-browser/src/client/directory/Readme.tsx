import { BookOpen } from "lucide-react";
import type { ReactElement } from "react";
import type { BlobAnswer } from "../../api/BlobAnswer.ts";
import { codePaths } from "../../api/codePaths.ts";
import { rawAddress } from "../code-view/rawAddress.ts";
import { withQuery } from "../data/fetchAnswer.ts";
import { useAnswer } from "../data/useAnswer.ts";
import type { FolderNode } from "../file-tree/FileTreeNode.ts";
import { Markdown } from "../markdown/Markdown.tsx";
import { fileAddress, type CodePlace } from "../navigation/Route.ts";
import { resolveRelative } from "./resolveRelative.ts";

/** Props of {@link Readme}. */
export interface ReadmeProps {
  readonly folder: FolderNode;
  readonly place: CodePlace;
}

const readmeName = /^readme\.(?:md|markdown)$/iu;
const webAddress = /^https?:\/\//iu;

/** The readme of a folder, if there is one. Renders an `<article>`. */
export function Readme({ folder, place }: ReadmeProps): ReactElement | null {
  const file = folder.files.find(({ name }) => readmeName.test(name));
  const { revision } = place;
  const answer = useAnswer<BlobAnswer>(
    file === undefined ? undefined : withQuery(codePaths.blob, { path: file.path, revision }),
  );
  if (file === undefined || answer.status !== "ready" || answer.value.kind !== "text") {
    return null;
  }
  const at = revision === undefined ? {} : { revision };
  const inside = (target: string) => resolveRelative(folder.path, target);
  const toLink = (target: string) => {
    if (webAddress.test(target)) {
      return target;
    }
    const path = inside(target);
    return path === undefined ? undefined : fileAddress({ path, ...at });
  };
  const toImage = (target: string) => {
    const path = inside(target);
    return path === undefined ? undefined : rawAddress({ path, ...at });
  };
  return (
    <article className="cb-readme" aria-label={file.name}>
      <a className="cb-readme-title" href={fileAddress({ path: file.path, ...at })}>
        <BookOpen aria-hidden="true" /> {file.name}
      </a>
      <div className="cb-readme-body">
        <Markdown text={answer.value.text} resolveLink={toLink} resolveImage={toImage} />
      </div>
    </article>
  );
}
