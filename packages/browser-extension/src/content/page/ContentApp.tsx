import { ActionsProvider, TelemetryProvider } from "@action-telemetry/react";
import type { TelemetryRecorder } from "@action-telemetry/telemetry";
import { useSyncExternalStore, type ReactElement } from "react";
import { createPortal } from "react-dom";
import type { Store } from "../background/createStore.ts";
import { HoverLayer } from "../hover/HoverLayer.tsx";
import { PaletteLayer } from "../palette/PaletteLayer.tsx";
import type { PageModel } from "./createPageModel.ts";
import { PlaceContent } from "./PlaceContent.tsx";
import type { PlaceList } from "./PlaceList.ts";

/** What is shown on a page, and by what means. */
export interface ContentAppProps {
  readonly model: PageModel;
  readonly recorder: TelemetryRecorder;
  readonly places: PlaceList;
  /** What the person is told about a click that was refused. */
  readonly refusal: Pick<Store<string | undefined>, "getSnapshot" | "subscribe">;
}

/**
 * Everything of ours on a page: one application in many places, so that one executor runs and logs
 * all of it and every keyboard shortcut is heard once.
 */
export function ContentApp(props: ContentAppProps): ReactElement {
  const { model, recorder, places } = props;
  const { registry, hover, palette, views, isTyping } = model;
  const shown = useSyncExternalStore(places.subscribe, places.getSnapshot);
  const scope = useSyncExternalStore(views.main.subscribe, views.main.getSnapshot);
  const hasKeys = !useSyncExternalStore(isTyping.subscribe, isTyping.getSnapshot);
  const hasToolbar = shown.some((place) => place.kind === "code-view");
  return (
    <TelemetryProvider recorder={recorder}>
      <ActionsProvider
        registry={registry}
        scope={scope}
        syntheticEvents="ignore"
        shortcuts={hasKeys ? "with-modifier" : "off"}
      >
        {shown.map((place) =>
          createPortal(
            <PlaceContent place={place} context={registry.context} hasToolbar={hasToolbar} />,
            place.frame,
            place.key,
          ),
        )}
        <PaletteLayer
          triggers={shown.filter((place) => place.kind === "palette")}
          open={palette}
          scope={scope}
        />
        <HoverLayer controller={hover} />
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
