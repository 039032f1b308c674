import { useEffect } from "react";
import type { BlobAnswer } from "../../api/BlobAnswer.ts";
import { useCodeBrowser } from "../app/CodeBrowser.ts";
import { useRepository } from "../app/RepositoryContext.ts";
import type { AddressHash } from "../navigation/addressHash.ts";
import type { CodePlace } from "../navigation/Route.ts";
import { fileContext, noFileContext } from "./fileContext.ts";

/** Props of {@link useFileContext}. */
export interface FileContextInput {
  readonly place: CodePlace;
  readonly hash: AddressHash;
  /** Absent while the file is being read. */
  readonly blob: BlobAnswer | undefined;
  /** Whether the file cannot be read. */
  readonly failed: boolean;
}

/** Tells the code view's context which file is shown, and takes it away again when the page changes. */
export function useFileContext({ place, hash, blob, failed }: FileContextInput): void {
  const { codeScope } = useCodeBrowser();
  const repository = useRepository();
  const { path, revision } = place;
  const { selection, tab } = hash;
  useEffect(() => {
    const at = { path, ...(revision === undefined ? {} : { revision }) };
    const address = { ...(selection && { selection }), ...(tab && { tab }) };
    codeScope.update(fileContext({ place: at, hash: address, blob, failed, repository }));
  });
  useEffect(() => () => codeScope.update(noFileContext), [codeScope]);
}
