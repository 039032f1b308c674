import { analyticsPath } from "../../analytics/analyticsPath.ts";
import { actionPath, actionsPath, overviewPath } from "../../analytics/answerPaths.ts";
import type { ActionAnswer } from "../../analytics/answers/ActionAnswer.ts";
import type { ActionsAnswer } from "../../analytics/answers/ActionsAnswer.ts";
import type { OverviewAnswer } from "../../analytics/answers/OverviewAnswer.ts";
import type { ErrorsAnswer, EventsAnswer } from "../../analytics/answers/recordAnswers.ts";
import { endHeader } from "../../analytics/endHeader.ts";
import type { InstanceAnswer } from "../../instance/createInstanceRoutes.ts";
import type { PingState } from "../../ping/pingState.ts";
import type { AnalyticsQuery } from "../../query/AnalyticsQuery.ts";
import { readServerEvents } from "./readServerEvents.ts";

/** Why nothing can be shown. */
export type ApiTrouble = "signed-out" | "forbidden" | "unreachable";

/** An answer, or what kept it away. */
export type ApiResult<T> =
  | {
      readonly ok: true;
      readonly value: T;
      /** Up to where stored events are in it at least, where the collector says so. */
      readonly end?: string | undefined;
    }
  | { readonly ok: false; readonly trouble: ApiTrouble };

/** The page's side of the analytics API. Nothing here rejects. */
export interface ApiClient {
  overview(query: AnalyticsQuery): Promise<ApiResult<OverviewAnswer>>;
  actions(query: AnalyticsQuery): Promise<ApiResult<ActionsAnswer>>;
  action(id: string, query: AnalyticsQuery): Promise<ApiResult<ActionAnswer>>;
  /** The last events; with `after`, those stored since then. */
  events(limit: number, after?: string): Promise<ApiResult<EventsAnswer>>;
  errors(): Promise<ApiResult<ErrorsAnswer>>;
  /** The very bytes of the ping as it leaves, or would. */
  pingPreview(): Promise<ApiResult<string>>;
  /** What became of the last ping, and when another is due. */
  pingState(): Promise<ApiResult<PingState>>;
  /** What leaves the instance, and where to. */
  instance(): Promise<ApiResult<InstanceAnswer>>;
  /** Whether the instance can store events. */
  health(): Promise<ApiResult<boolean>>;
  /**
   * Listens until the stream ends or `signal` aborts; calls back for `open` and `stored`, with the end of the stored events
   * then, where it is known.
   */
  listen(
    onMessage: (name: string, end: string | undefined) => void,
    signal: AbortSignal,
  ): Promise<void>;
}

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
      if (response.ok) {
        const end = response.headers.get(endHeader) ?? undefined;
        return { ok: true, value: await read(response), end };
      }
      return { ok: false, trouble: troubleOf(response.status) };
    } catch {
      return { ok: false, trouble: "unreachable" };
    }
  };
  return {
    overview: (query) => get(overviewPath(query)),
    actions: (query) => get(actionsPath(query)),
    action: (id, query) => get(actionPath(id, query)),
    events: (limit, after) =>
      get(
        `${analyticsPath}/events?limit=${limit}${after === undefined ? "" : `&after=${encodeURIComponent(after)}`}`,
      ),
    errors: () => get(`${analyticsPath}/errors`),
    pingPreview: () => get("/.api/ping/preview", (response) => response.text()),
    pingState: () => get("/.api/ping/answer"),
    instance: () => get("/.api/instance"),
    health: () => get("/healthz", async () => true),
    async listen(onMessage, signal) {
      try {
        const response = await request(`${analyticsPath}/live`, signal);
        if (!response.ok || response.body === null) return;
        await readServerEvents(response.body, (name, data) => {
          onMessage(name, (JSON.parse(data) as { readonly end?: string }).end);
        });
      } catch {
        // The stream ended; the caller decides when to try again.
      }
    },
  };
}

function troubleOf(status: number): ApiTrouble {
  if (status === 401) return "signed-out";
  return status === 403 ? "forbidden" : "unreachable";
}
