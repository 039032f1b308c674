import type { ContextStore, ExecutorOptions } from "@action-telemetry/actions";
import { ActionsProvider, TelemetryProvider } from "@action-telemetry/react";
import type { TelemetryRecorder } from "@action-telemetry/telemetry";
import { useMemo, useSyncExternalStore, type ReactElement } from "react";
import { createPortal } from "react-dom";
import type { LazyPart } from "../parts/createLazyPart.ts";
import { ErrorGuard } from "./ErrorGuard.tsx";
import type { Notice as SaidNotice } from "./createNotice.ts";
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
  /** What the person is told at the edge of the page. */
  readonly notice: SaidNotice["said"];
}

/**
 * Everything of ours on a page: one application in many places, so that one executor runs and logs
 * all of it and every keyboard shortcut is heard once.
 */
export function ContentApp(props: ContentAppProps): ReactElement {
  const { model, recorder, places, onFailure } = props;
  const { registry, palette, views, isTyping } = model;
  const shown = useSyncExternalStore(places.subscribe, places.getSnapshot);
  const scope = useSyncExternalStore(views.main.subscribe, views.main.getSnapshot);
  const hasKeys = !useSyncExternalStore(isTyping.subscribe, isTyping.getSnapshot);
  const kinds = useMemo(() => new Set(shown.map(({ kind }) => kind)), [shown]);
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
              <PlaceContent
                place={place}
                context={registry.context}
                palette={palette}
                kinds={kinds}
              />
            </ErrorGuard>,
            place.frame,
            place.key,
          ),
        )}
        <ErrorGuard>
          <Palette model={model} scope={scope} />
        </ErrorGuard>
        <ErrorGuard>
          <Hover model={model} />
        </ErrorGuard>
        <Notice notice={props.notice} />
      </ActionsProvider>
    </TelemetryProvider>
  );
}

interface PaletteProps extends Pick<ContentAppProps, "model"> {
  readonly scope: ContextStore | undefined;
}

function Palette({ model, scope }: PaletteProps): ReactElement | null {
  const part = usePart(model.palette.part);
  return part === undefined ? null : <part.PaletteLayer palette={model.palette} scope={scope} />;
}

function Hover({ model }: Pick<ContentAppProps, "model">): ReactElement | null {
  const part = usePart(model.hoverPart);
  return part === undefined ? null : <part.HoverLayer controller={model.hover} />;
}

function usePart<T>({ subscribe, getSnapshot }: LazyPart<T>): T | undefined {
  return useSyncExternalStore(subscribe, getSnapshot);
}

function Notice({ notice }: Pick<ContentAppProps, "notice">): ReactElement {
  const said = useSyncExternalStore(notice.subscribe, notice.getSnapshot);
  return (
    <div role="status">
      {said !== undefined && (
        <div
          className="at-said"
          data-warning={said.isWarning ? "" : undefined}
          popover="manual"
          ref={(element) => element?.showPopover()}
        >
          {said.text}
        </div>
      )}
    </div>
  );
}
