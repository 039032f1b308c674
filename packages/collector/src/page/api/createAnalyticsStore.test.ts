import { beforeEach, describe, expect, it, vi } from "vitest";
import { defaultQuery } from "../../query/AnalyticsQuery.ts";
import type { Navigation } from "../location/createNavigation.ts";
import { defaultLook } from "../location/Look.ts";
import { type AnalyticsStore, createAnalyticsStore } from "./createAnalyticsStore.ts";
import type { ApiClient } from "./createApiClient.ts";

type Overview = Awaited<ReturnType<ApiClient["overview"]>>;
type Actions = Awaited<ReturnType<ApiClient["actions"]>>;

const counts = { totals: { executions: 1 } };
const overviewWith = (end: string) => ({ ok: true, value: counts, end }) as unknown as Overview;
const someActions = { ok: true, value: { actions: [] } } as unknown as Actions;
const location = { view: { name: "overview" }, query: defaultQuery, look: defaultLook } as const;
const navigation: Navigation = {
  getSnapshot: () => ({ location, problems: [] }),
  subscribe: () => () => undefined,
  go: () => undefined,
  dismissProblems: () => undefined,
};

let giveOverview: (overview: Overview) => void;
let giveActions: (actions: Actions) => void;
let asked: number;
let tell: (name: string, end?: string) => void;
let store: AnalyticsStore;

beforeEach(() => {
  asked = 0;
  const overview = new Promise<Overview>((resolve) => (giveOverview = resolve));
  const actions = new Promise<Actions>((resolve) => (giveActions = resolve));
  const client: Partial<ApiClient> = {
    overview: () => {
      asked += 1;
      return overview;
    },
    actions: () => actions,
    listen: (onMessage) => {
      tell = onMessage;
      return new Promise(() => undefined);
    },
  };
  store = createAnalyticsStore({ client: client as ApiClient, navigation });
  return store.start();
});

/** Until the store has nothing to do but wait for answers. */
const settled = () => new Promise(setImmediate);

async function answer(end: string): Promise<void> {
  giveOverview(overviewWith(end));
  giveActions(someActions);
  await settled();
}

describe("the page's store", () => {
  it("shows the numbers before the actions are there", async () => {
    giveOverview(overviewWith("7"));
    await settled();
    expect(store.getSnapshot()).toMatchObject({
      isStale: false,
      data: { overview: counts, actions: undefined, hasOldActions: true },
    });
    giveActions(someActions);
    await settled();
    expect(store.getSnapshot()).toMatchObject({
      data: { actions: { actions: [] }, hasOldActions: false },
    });
  });

  it("asks once where nothing was stored between the answer and the stream", async () => {
    tell("open", "7");
    await answer("7");
    expect(store.getSnapshot().isLive).toBe(true);
    expect(asked).toBe(1);
  });

  it("does not ask again for what it shows already", async () => {
    await answer("7");
    tell("open", "7");
    tell("stored", "7");
    await settled();
    expect(asked).toBe(1);
  });

  it("asks again where something was stored in between, and for everything new", async () => {
    await answer("7");
    tell("open", "8");
    await settled();
    expect(asked).toBe(2);
    tell("stored");
    await settled();
    expect(asked).toBe(3);
  });

  it("tells the views of everything, also of what it does not ask for", async () => {
    const onNews = vi.fn();
    store.onNews(onNews);
    await answer("7");
    tell("open", "7");
    tell("stored", "7");
    expect(onNews).toHaveBeenCalledTimes(2);
  });
});
