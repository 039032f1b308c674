import type { ActionAnswer } from "../../analytics/answers/ActionAnswer.ts";
import type { ActionsAnswer } from "../../analytics/answers/ActionsAnswer.ts";
import type { OverviewAnswer } from "../../analytics/answers/OverviewAnswer.ts";
import type { ErrorsAnswer } from "../../analytics/answers/recordAnswers.ts";
import type { InstanceAnswer } from "../../instance/createInstanceRoutes.ts";
import type { StoredEvent } from "../../store/StoredEvent.ts";
import type { PageLocation } from "../location/PageLocation.ts";
import type { PingState } from "../../ping/pingState.ts";
import type { ApiClient, ApiResult } from "./createApiClient.ts";

/** What a view shows. The live view loads for itself. */
export type ViewData =
  | {
      readonly name: "overview";
      readonly overview: OverviewAnswer;
      /** Absent while they are on their way for the first time. */
      readonly actions: ActionsAnswer | undefined;
      /** Whether the actions were asked for before the rest was, and their answer is on its way. */
      readonly hasOldActions: boolean;
      /** Whether nothing was ever stored. */
      readonly isEmpty: boolean;
    }
  | { readonly name: "action"; readonly action: ActionAnswer }
  | { readonly name: "live" }
  | {
      readonly name: "instance";
      readonly overview: OverviewAnswer;
      readonly lastEvent: StoredEvent | undefined;
      readonly isHealthy: boolean;
      readonly errors: ErrorsAnswer | undefined;
      readonly ping: ShownPing | undefined;
      readonly instance: InstanceAnswer | undefined;
    };

/** The ping, and what becomes of it. */
export interface ShownPing extends PingState {
  /** The very bytes. */
  readonly body: string;
}

/** The data of a view, or what kept them away. */
export type LoadedView = ApiResult<ViewData>;

/**
 * Asks for all that a view shows. Never rejects.
 *
 * @param shown - What is shown so far: it stands in for what is still on its way.
 * @param onPart - Called with what can be shown before all of it is there.
 */
export async function loadView(
  client: ApiClient,
  location: PageLocation,
  shown: ViewData | undefined,
  onPart: (part: ViewData) => void,
): Promise<LoadedView> {
  const { view, query } = location;
  switch (view.name) {
    case "overview":
      return loadOverview(client, location, shown, onPart);
    case "action": {
      const action = await client.action(view.id, query);
      if (!action.ok) return action;
      return { ok: true, value: { name: "action", action: action.value }, end: action.end };
    }
    case "live": {
      // It reads for itself; here it only shows whether it may.
      const events = await client.events(1);
      return events.ok ? { ok: true, value: { name: "live" }, end: events.value.end } : events;
    }
    case "instance":
      return loadInstance(client, location);
  }
}

async function loadOverview(
  client: ApiClient,
  { query }: PageLocation,
  shown: ViewData | undefined,
  onPart: (part: ViewData) => void,
): Promise<LoadedView> {
  const [overviewComing, actionsComing] = [client.overview(query), client.actions(query)];
  const overview = await overviewComing;
  if (!overview.ok) return overview;
  const view = { name: "overview", overview: overview.value } as const;
  const hasCounts = overview.value.totals.executions > 0;
  if (hasCounts) {
    const actions = shown?.name === "overview" ? shown.actions : undefined;
    onPart({ ...view, actions, hasOldActions: true, isEmpty: false });
  }
  const actions = await actionsComing;
  if (!actions.ok) return actions;
  const isEmpty = !hasCounts && (await hasNoEvents(client));
  return {
    ok: true,
    value: { ...view, actions: actions.value, hasOldActions: false, isEmpty },
    end: overview.end,
  };
}

async function hasNoEvents(client: ApiClient): Promise<boolean> {
  const events = await client.events(1);
  return events.ok && events.value.events.length === 0;
}

async function loadInstance(client: ApiClient, { query }: PageLocation): Promise<LoadedView> {
  const [overview, events, health, errors, body, state, instance] = await Promise.all([
    client.overview(query),
    client.events(1),
    client.health(),
    client.errors(),
    client.pingPreview(),
    client.pingState(),
    client.instance(),
  ]);
  if (!overview.ok) return overview;
  return {
    ok: true,
    value: {
      name: "instance",
      overview: overview.value,
      lastEvent: valueOf(events)?.events[0],
      isHealthy: health.ok,
      errors: valueOf(errors),
      ping: body.ok && state.ok ? { body: body.value, ...state.value } : undefined,
      instance: valueOf(instance),
    },
    end: valueOf(events)?.end,
  };
}

function valueOf<T>(result: ApiResult<T>): T | undefined {
  return result.ok ? result.value : undefined;
}
