import type { ReactElement } from "react";
import type { CodeLocation } from "../../api/LocationsAnswer.ts";
import { FileIcon } from "../file-tree/FileIcon.tsx";
import { locationAddress } from "../hover/definitionContext.ts";
import { fileAddress } from "../navigation/Route.ts";

/** Places of the repository, grouped by file. Renders a `<ul>` for each. */
export function LocationGroups({
  locations,
}: {
  readonly locations: readonly CodeLocation[];
}): ReactElement {
  const groups = Map.groupBy(locations, (location) => location.path);
  return (
    <div className="cb-locations">
      <p className="cb-panel-note">
        {count(locations.length, "place")} in {count(groups.size, "file")}
      </p>
      {[...groups].map(([path, group]) => (
        <section key={path} aria-label={path}>
          <a className="cb-location-file" href={fileAddress({ path })}>
            <FileIcon name={path.slice(path.lastIndexOf("/") + 1)} />
            <span>{path}</span>
            <span className="cb-count">{group.length}</span>
          </a>
          <ul>
            {group.map((location) => (
              <li key={`${location.range.start.line}:${location.range.start.character}`}>
                <a className="cb-location" href={locationAddress(location)}>
                  <span className="cb-location-line">{location.range.start.line + 1}</span>
                  <LineText location={location} />
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function LineText({ location }: { readonly location: CodeLocation }): ReactElement {
  const { lineText, range } = location;
  const from = range.start.character;
  const to = range.end.line === range.start.line ? range.end.character : lineText.length;
  return (
    <code className="cb-location-text">
      {lineText.slice(0, from).trimStart()}
      <mark>{lineText.slice(from, to)}</mark>
      {lineText.slice(to)}
    </code>
  );
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
