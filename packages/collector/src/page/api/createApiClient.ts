import type { ActionsAnswer, EventsAnswer, OverviewAnswer } from "../../analytics/Answers.ts";
import type { AnalyticsRange } from "../../analytics/AnalyticsRange.ts";
import type { AdminToken } from "./createAdminToken.ts";
import { readEventNames } from "./readEventNames.ts";

/** Why nothing can be shown. */
export type ApiTrouble = "token-required" | "token-invalid" | "forbidden" | "unreachable";

/** An answer, or what kept it away. */
export type ApiResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly trouble: ApiTrouble };

/** The page's side of the analytics API. Nothing here rejects. */
export interface ApiClient {
  overview(range: AnalyticsRange): Promise<ApiResult<OverviewAnswer>>;
  actions(range: AnalyticsRange): Promise<ApiResult<ActionsAnswer>>;
  events(): Promise<ApiResult<EventsAnswer>>;
  /** Listens until the stream ends or `signal` aborts; calls back for `open` and `stored`. */
  listen(onMessage: (name: string) => void, signal: AbortSignal): Promise<void>;
}

/** What the client needs from its surroundings. */
export interface ApiClientOptions {
  readonly fetch: typeof fetch;
  readonly token: AdminToken;
}

const api = "/.api/analytics";

/** Makes the client. The token travels in a header, never in an address. */
export function createApiClient({ fetch, token }: ApiClientOptions): ApiClient {
  const request = (path: string, signal?: AbortSignal) => {
    const value = token.get();
    return fetch(`${api}${path}`, {
      credentials: "omit",
      cache: "no-store",
      ...(value !== undefined && { headers: { authorization: `Bearer ${value}` } }),
      ...(signal !== undefined && { signal }),
    });
  };
  const get = async <T>(path: string): Promise<ApiResult<T>> => {
    try {
      const response = await request(path);
      if (response.ok) return { ok: true, value: (await response.json()) as T };
      return { ok: false, trouble: troubleOf(response.status, token.get() !== undefined) };
    } catch {
      return { ok: false, trouble: "unreachable" };
    }
  };
  return {
    overview: (range) => get(`/overview?range=${range}`),
    actions: (range) => get(`/actions?range=${range}`),
    events: () => get("/events?limit=50"),
    async listen(onMessage, signal) {
      try {
        const response = await request("/live", signal);
        if (!response.ok || response.body === null) return;
        await readEventNames(response.body, onMessage);
      } catch {
        // The stream ended; the caller decides when to try again.
      }
    },
  };
}

function troubleOf(status: number, hasToken: boolean): ApiTrouble {
  if (status === 401) return hasToken ? "token-invalid" : "token-required";
  return status === 403 ? "forbidden" : "unreachable";
}
