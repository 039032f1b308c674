import { ActionItem } from "@action-telemetry/react";
import { FileQuestion, FileX2, ShieldX, Weight } from "lucide-react";
import type { ReactElement } from "react";
import type { BlobAnswer } from "../../api/BlobAnswer.ts";
import type { AnswerError } from "../data/fetchAnswer.ts";
import type { AnswerState } from "../data/useAnswer.ts";
import { formatSize } from "../format/formatSize.ts";
import type { AddressHash } from "../navigation/addressHash.ts";
import { folderAddress, type CodePlace } from "../navigation/Route.ts";
import { Failure } from "../states/Failure.tsx";
import { Loading } from "../states/Loading.tsx";
import { Notice } from "../states/Notice.tsx";
import { BlamedCode } from "./BlamedCode.tsx";
import { rawAddress } from "./rawAddress.ts";

/** Props of {@link FileBody}. */
export interface FileBodyProps {
  readonly answer: AnswerState<BlobAnswer>;
  readonly place: CodePlace;
  readonly hash: AddressHash;
}

/** A file's content, or in its place why it is not shown. Renders a `<div>`. */
export function FileBody({ answer, place, hash }: FileBodyProps): ReactElement {
  if (answer.status === "failed") {
    return <Unreadable error={answer.error} retry={answer.retry} place={place} />;
  }
  if (answer.status !== "ready") {
    return <Loading label="Loading the file" lines={20} />;
  }
  const blob = answer.value;
  switch (blob.kind) {
    case "text":
      return blob.text === "" ? (
        <Notice icon={<FileQuestion />} title="This file is empty" />
      ) : (
        <BlamedCode blob={blob} place={place} hash={hash} />
      );
    case "image":
      return (
        <div className="cb-picture">
          <img src={rawAddress(place)} alt={place.path} />
        </div>
      );
    case "binary":
      return (
        <Notice icon={<FileX2 />} title="This file is binary" actions={download}>
          Its {formatSize(blob.size)} are not text, so they are not shown.
        </Notice>
      );
    case "huge":
      return (
        <Notice icon={<Weight />} title="This file is too large to show" actions={download}>
          It has {formatSize(blob.size)}; up to {formatSize(blob.limit)} are shown.
        </Notice>
      );
  }
}

const download = <ActionItem action="codeBrowser.downloadFile" surface="page" />;

function Unreadable(props: {
  readonly error: AnswerError;
  readonly retry: () => void;
  readonly place: CodePlace;
}): ReactElement {
  const { error, retry, place } = props;
  if (error.code === "refused") {
    return (
      <Notice icon={<ShieldX />} title="This path is refused">
        {error.message}
      </Notice>
    );
  }
  if (error.code !== "not-found" && error.code !== "bad-request") {
    return <Failure title="The file could not be loaded" error={error} retry={retry} />;
  }
  const root = place.revision === undefined ? {} : { revision: place.revision };
  return (
    <Notice
      icon={<FileQuestion />}
      title="There is no such file"
      actions={
        <a className="cb-button" href={folderAddress({ path: "", ...root })}>
          All files
        </a>
      }
    >
      {place.revision === undefined
        ? "It may have been moved or removed since this address was made."
        : error.message}
    </Notice>
  );
}
