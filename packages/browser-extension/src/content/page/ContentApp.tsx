import type { ExecutorOptions } from "@action-telemetry/actions";
import { ActionsProvider, TelemetryProvider } from "@action-telemetry/react";
import type { TelemetryRecorder } from "@action-telemetry/telemetry";
import { useSyncExternalStore, type ReactElement } from "react";
import { createPortal } from "react-dom";
import type { Store } from "../background/createStore.ts";
import { HoverLayer } from "../hover/HoverLayer.tsx";
import { PaletteLayer } from "../palette/PaletteLayer.tsx";
import { ErrorGuard } from "./ErrorGuard.tsx";
import type { PageModel } from "./createPageModel.ts";
import { PlaceContent } from "./PlaceContent.tsx";
import type { PlaceList } from "./PlaceList.ts";

/** What is shown on a page, and by what means. */
export interface ContentAppProps {
  readonly model: PageModel;
  readonly recorder: TelemetryRecorder;
  readonly places: PlaceList;
  /** Told what failed actions failed of. */
  readonly onFailure: NonNullable<ExecutorOptions["onFailure"]>;
  /** What the person is told about a click that was refused. */
  readonly refusal: Pick<Store<string | undefined>, "getSnapshot" | "subscribe">;
}

/**
 * Everything of ours on a page: one application in many places, so that one executor runs and logs
 * all of it and every keyboard shortcut is heard once.
 */
export function ContentApp(props: ContentAppProps): ReactElement {
  const { model, recorder, places, onFailure } = props;
  const { registry, hover, palette, views, isTyping } = model;
  const shown = useSyncExternalStore(places.subscribe, places.getSnapshot);
  const scope = useSyncExternalStore(views.main.subscribe, views.main.getSnapshot);
  const hasKeys = !useSyncExternalStore(isTyping.subscribe, isTyping.getSnapshot);
  const hasToolbar = shown.some((place) => place.kind === "code-view");
  return (
    <TelemetryProvider recorder={recorder}>
      <ActionsProvider
        registry={registry}
        onFailure={onFailure}
        scope={scope}
        syntheticEvents="ignore"
        shortcuts={hasKeys ? "with-modifier" : "off"}
      >
        {shown.map((place) =>
          createPortal(
            <ErrorGuard>
              <PlaceContent place={place} context={registry.context} hasToolbar={hasToolbar} />
            </ErrorGuard>,
            place.frame,
            place.key,
          ),
        )}
        <PaletteLayer
          triggers={shown.filter((place) => place.kind === "palette")}
          open={palette}
          scope={scope}
        />
        <ErrorGuard>
          <HoverLayer controller={hover} />
        </ErrorGuard>
        <Refusal refusal={props.refusal} />
      </ActionsProvider>
    </TelemetryProvider>
  );
}

function Refusal({ refusal }: Pick<ContentAppProps, "refusal">): ReactElement {
  const text = useSyncExternalStore(refusal.subscribe, refusal.getSnapshot);
  return (
    <div role="status">
      {text !== undefined && (
        <div className="at-refused" popover="manual" ref={(element) => element?.showPopover()}>
          {text}
        </div>
      )}
    </div>
  );
}
