import type { ApiTrouble } from "../api/createApiClient.ts";

/** Says why the numbers are not the newest. */
export interface TroubleProps {
  readonly trouble: ApiTrouble;
  readonly onRetry: () => void;
}

/** One line, with a way to try again. */
export function Trouble({ trouble, onRetry }: TroubleProps) {
  return (
    <div className="trouble" role="alert">
      {trouble === "forbidden"
        ? "Without an admin token this page works on the instance's own machine only. Set ADMIN_TOKEN."
        : "The instance does not answer. What you see may be old."}
      <button type="button" className="button" onClick={onRetry}>
        Try again
      </button>
    </div>
  );
}
