import { Crosshair, Languages, SearchX } from "lucide-react";
import type { ReactElement } from "react";
import type { LocationsAnswer } from "../../api/LocationsAnswer.ts";
import type { SourcePosition } from "../../api/SourceRange.ts";
import { hasLanguageService } from "../code-view/hasLanguageService.ts";
import { languageAddress } from "../code-view/languageAddress.ts";
import { useAnswer } from "../data/useAnswer.ts";
import type { LineSelection } from "../navigation/LineSelection.ts";
import type { CodePlace } from "../navigation/Route.ts";
import { Failure } from "../states/Failure.tsx";
import { Loading } from "../states/Loading.tsx";
import { Notice } from "../states/Notice.tsx";
import { LocationGroups } from "./LocationGroups.tsx";

/** Props of {@link LocationsPanel}. */
export interface LocationsPanelProps {
  readonly kind: "definition" | "references";
  readonly place: CodePlace;
  readonly selection: LineSelection | undefined;
}

/** Every place where the selected word is used, or defined, by file. Renders a list or why there is none. */
export function LocationsPanel({ kind, place, selection }: LocationsPanelProps): ReactElement {
  if (!hasLanguageService(place)) {
    return (
      <Notice icon={<Languages />} title="Nothing is available here">
        {place.revision === undefined
          ? "References are known in TypeScript and JavaScript files."
          : "References are known in the working tree, not at older revisions."}
      </Notice>
    );
  }
  const position = toPosition(selection);
  if (position === undefined) {
    return (
      <Notice icon={<Crosshair />} title="No word is selected">
        Put the caret on a word of the code and choose “Find references”.
      </Notice>
    );
  }
  return <Locations kind={kind} place={place} position={position} />;
}

function Locations(props: {
  readonly kind: "definition" | "references";
  readonly place: CodePlace;
  readonly position: SourcePosition;
}): ReactElement {
  const { kind, place, position } = props;
  const answer = useAnswer<LocationsAnswer>(languageAddress(kind, place, position));
  if (answer.status === "failed") {
    return (
      <Failure
        title="The language service did not answer"
        error={answer.error}
        retry={answer.retry}
      />
    );
  }
  if (answer.status !== "ready") {
    return <Loading label="Asking the language service" lines={6} />;
  }
  const { locations, outside, omitted } = answer.value;
  if (locations.length === 0) {
    return (
      <Notice icon={<SearchX />} title="Nothing was found">
        {outside > 0
          ? `There are ${outside} places outside this repository, which are not shown.`
          : "The language service knows no place of this repository."}
      </Notice>
    );
  }
  return (
    <>
      <LocationGroups locations={locations} />
      {(outside > 0 || omitted > 0) && (
        <p className="cb-panel-note">
          {outside > 0 && `${outside} outside this repository. `}
          {omitted > 0 && `${omitted} more are not listed.`}
        </p>
      )}
    </>
  );
}

function toPosition(selection: LineSelection | undefined): SourcePosition | undefined {
  return selection?.character === undefined
    ? undefined
    : { line: selection.start - 1, character: selection.character - 1 };
}
