import type { ErrorsAnswer } from "../../analytics/answers/recordAnswers.ts";
import { formatCount, formatMoment } from "../format/format.ts";

/** The errors that people let be reported, and all that is known of each. */
export function ErrorsCard({ answer }: { readonly answer: ErrorsAnswer }) {
  const { errors } = answer;
  const newest = errors[0]?.receivedAt ?? 0;
  const summary = (
    <>
      <h2>Error reports</h2>
      <span className="muted">{describe(answer)}</span>
    </>
  );
  if (errors.length === 0) return <section className="card collected-head">{summary}</section>;
  return (
    <details className="card collected">
      <summary className="collected-head">{summary}</summary>
      <table className="table errors">
        <thead>
          <tr>
            <th scope="col">Error</th>
            <th scope="col">Where</th>
            <th scope="col">Action</th>
            <th scope="col">Release</th>
            <th scope="col">Received, UTC</th>
          </tr>
        </thead>
        <tbody>
          {errors.map((error) => (
            <tr key={error.id}>
              <th scope="row">
                <code>{[error.type, ...error.causes].join(" ← ")}</code>
              </th>
              <td>
                <code>{placeOf(error)}</code>
              </td>
              <td>{error.action !== undefined && <code>{error.action}</code>}</td>
              <td>
                {error.release}, {error.script}
                {error.codeHost !== undefined && ` on ${error.codeHost}`}
              </td>
              <td>
                <time dateTime={new Date(error.receivedAt).toISOString()}>
                  {formatMoment(error.receivedAt, newest)}
                </time>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function placeOf({ frames: [top] }: ErrorsAnswer["errors"][number]): string {
  return top === undefined ? "" : `${top.file.replace("app:///", "")}:${top.line}:${top.column}`;
}

function describe({ errors, forwarded }: ErrorsAnswer): string {
  if (forwarded !== null) {
    const { sent, failed, dropped } = forwarded;
    return `Forwarded since the start: ${formatCount(sent)}; not taken: ${formatCount(failed + dropped)}.`;
  }
  return errors.length === 0
    ? "None. Only people who allow it send any; no message, address or value is in them."
    : "The last ones. No message, address or value is in them.";
}
