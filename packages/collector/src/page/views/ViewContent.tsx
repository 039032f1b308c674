import type { AnalyticsSnapshot } from "../api/createAnalyticsStore.ts";
import type { ApiClient } from "../api/createApiClient.ts";
import { LiveView } from "../live/LiveView.tsx";
import { useNavigation } from "../location/useNavigation.ts";
import { ActionView } from "./ActionView.tsx";
import { InstanceView } from "./InstanceView.tsx";
import { OverviewView } from "./OverviewView.tsx";

/** What a view is made from. */
export interface ViewContentProps {
  readonly snapshot: AnalyticsSnapshot;
  readonly client: ApiClient;
  readonly onNews: (listener: () => void) => () => void;
}

/** The view that the address asks for, with the data there are; older ones are dimmed while others come. */
export function ViewContent({ snapshot, client, onNews }: ViewContentProps) {
  const { view } = useNavigation().location;
  const { data, isStale, trouble } = snapshot;
  if (view.name === "live") return <LiveView client={client} onNews={onNews} />;
  const isHere =
    data?.name === view.name &&
    (data.name !== "action" || view.name !== "action" || data.action.id === view.id);
  if (!isHere) return trouble === undefined && <output className="loading">Loading…</output>;
  return (
    <div className="view" aria-busy={isStale} data-stale={isStale || undefined}>
      {data.name === "overview" && <OverviewView {...data} />}
      {data.name === "action" && <ActionView action={data.action} />}
      {data.name === "instance" && <InstanceView {...data} />}
    </div>
  );
}
