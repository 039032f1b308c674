import { RotateCw, ServerCrash, TriangleAlert } from "lucide-react";
import type { ReactElement } from "react";
import type { AnswerError } from "../data/fetchAnswer.ts";
import { Notice } from "./Notice.tsx";

/** Props of {@link Failure}. */
export interface FailureProps {
  /** What could not be had, such as `The file could not be loaded`. */
  readonly title: string;
  readonly error: AnswerError;
  readonly retry: () => void;
}

/** Says why something could not be loaded, and offers to try again. Renders a `<div>`. */
export function Failure({ title, error, retry }: FailureProps): ReactElement {
  return (
    <Notice
      urgent
      title={title}
      icon={error.code === "unreachable" ? <ServerCrash /> : <TriangleAlert />}
      actions={
        <button type="button" className="cb-button" onClick={retry}>
          <RotateCw aria-hidden="true" /> Try again
        </button>
      }
    >
      {error.message}
    </Notice>
  );
}
