import { Fragment, type ReactElement } from "react";
import { folderAddress, type CodePlace } from "../navigation/Route.ts";
import { useRepository } from "./RepositoryContext.ts";

/** The folders on the way to a file or folder, as links. Renders a `<nav>`. */
export function Breadcrumbs({ place }: { readonly place: CodePlace }): ReactElement {
  const { name } = useRepository();
  const names = place.path === "" ? [] : place.path.split("/");
  const at = place.revision === undefined ? {} : { revision: place.revision };
  const steps = [name, ...names].map((step, index) => ({
    step,
    path: names.slice(0, index).join("/"),
  }));
  return (
    <nav className="cb-breadcrumbs" aria-label="Path">
      {steps.map(({ step, path }, index) => (
        <Fragment key={path}>
          {index > 0 && (
            <span className="cb-breadcrumb-slash" aria-hidden="true">
              /
            </span>
          )}
          {index === steps.length - 1 ? (
            <h1 className="cb-breadcrumb-last" aria-current="page">
              {step}
            </h1>
          ) : (
            <a href={folderAddress({ path, ...at })}>{step}</a>
          )}
        </Fragment>
      ))}
    </nav>
  );
}
