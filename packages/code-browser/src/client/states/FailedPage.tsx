import { ErrorMessage, type FallbackProps } from "@action-telemetry/error-reporting/react";
import type { ReactElement } from "react";

/** In the place of a page that failed to render. Renders a `<main>`. */
function FailedPage({ error, onReset }: FallbackProps): ReactElement {
  return (
    <main className="cb-alone" id="content">
      <ErrorMessage error={error} onReset={onReset} />
    </main>
  );
}

/** {@link FailedPage} as a fallback, the same function on every render. */
export function showAlone(props: FallbackProps): ReactElement {
  return <FailedPage {...props} />;
}
