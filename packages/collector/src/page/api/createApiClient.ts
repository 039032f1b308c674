import type {
  ActionsAnswer,
  ErrorsAnswer,
  EventsAnswer,
  OverviewAnswer,
} from "../../analytics/Answers.ts";
import type { AnalyticsRange } from "../../analytics/AnalyticsRange.ts";
import { readEventNames } from "./readEventNames.ts";

/** Why nothing can be shown. */
export type ApiTrouble = "signed-out" | "forbidden" | "unreachable";

/** An answer, or what kept it away. */
export type ApiResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly trouble: ApiTrouble };

/** The ping as it leaves, or would. */
export interface PingPreview {
  /** The very bytes. */
  readonly body: string;
  /** The host it goes to; null: nowhere. */
  readonly destination: string | null;
  /** What was answered last; null before the first attempt, 0 without an answer. */
  readonly status: number | null;
}

/** The page's side of the analytics API. Nothing here rejects. */
export interface ApiClient {
  overview(range: AnalyticsRange): Promise<ApiResult<OverviewAnswer>>;
  actions(range: AnalyticsRange): Promise<ApiResult<ActionsAnswer>>;
  events(): Promise<ApiResult<EventsAnswer>>;
  errors(): Promise<ApiResult<ErrorsAnswer>>;
  ping(): Promise<ApiResult<PingPreview>>;
  /** Listens until the stream ends or `signal` aborts; calls back for `open` and `stored`. */
  listen(onMessage: (name: string) => void, signal: AbortSignal): Promise<void>;
}

const api = "/.api/analytics";
const pingPreview = "/.api/ping/preview";

/** Makes the client. The browser says by its cookie who asks. */
export function createApiClient(fetch: typeof globalThis.fetch): ApiClient {
  const request = (path: string, signal?: AbortSignal) =>
    fetch(path, {
      credentials: "same-origin",
      cache: "no-store",
      ...(signal !== undefined && { signal }),
    });
  const get = async <T>(
    path: string,
    read: (response: Response) => Promise<T> = (response) => response.json(),
  ): Promise<ApiResult<T>> => {
    try {
      const response = await request(path);
      if (response.ok) return { ok: true, value: await read(response) };
      return { ok: false, trouble: troubleOf(response.status) };
    } catch {
      return { ok: false, trouble: "unreachable" };
    }
  };
  return {
    overview: (range) => get(`${api}/overview?range=${range}`),
    actions: (range) => get(`${api}/actions?range=${range}`),
    events: () => get(`${api}/events?limit=50`),
    errors: () => get(`${api}/errors`),
    ping: () => get(pingPreview, readPing),
    async listen(onMessage, signal) {
      try {
        const response = await request(`${api}/live`, signal);
        if (!response.ok || response.body === null) return;
        await readEventNames(response.body, onMessage);
      } catch {
        // The stream ended; the caller decides when to try again.
      }
    },
  };
}

async function readPing(response: Response): Promise<PingPreview> {
  const status = response.headers.get("ping-status");
  return {
    body: await response.text(),
    destination: response.headers.get("ping-destination"),
    status: status === null ? null : Number(status),
  };
}

function troubleOf(status: number): ApiTrouble {
  if (status === 401) return "signed-out";
  return status === 403 ? "forbidden" : "unreachable";
}
