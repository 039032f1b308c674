import type { ReactElement } from "react";
import { useOptions } from "../connection/OptionsContext.ts";
import { Icon } from "../parts/Icon.tsx";
import { Section } from "../parts/Section.tsx";
import { type CurrentSite, useCurrentSite } from "./useCurrentSite.ts";

const texts: Readonly<Record<CurrentSite["kind"], string>> = {
  builtin: "The extension runs on this code host.",
  allowed: "You allowed the extension to run on this site.",
  instance: "This is an instance. The extension does not run on its pages.",
  other: "If this is a code host of yours, allow the extension to run on it.",
};

/** Whether the extension runs on the site at hand, and the way to let it. Nothing where it cannot run. */
export function SiteSection(): ReactElement | null {
  const { permissions } = useOptions();
  const site = useCurrentSite();
  if (site === undefined) return null;
  const { host, pattern, kind } = site;
  const origins = { origins: [pattern] };
  // A refusal needs no words: the person has just given it.
  const change = (act: "request" | "remove") => () =>
    void permissions[act](origins).catch(() => false);
  return (
    <Section title="This site">
      <div className="ext-row">
        <div className="ext-row-text">
          <span className="ext-site">
            <span className="ext-dot" data-on={kind === "builtin" || kind === "allowed"} />
            <bdi>{host}</bdi>
          </span>
          <div className="ext-muted">{texts[kind]}</div>
        </div>
        {kind === "other" && (
          <button type="button" className="ext-button" data-primary onClick={change("request")}>
            Allow
          </button>
        )}
        {kind === "allowed" && (
          <button type="button" className="ext-button" onClick={change("remove")}>
            <Icon name="close" />
            Remove
          </button>
        )}
      </div>
    </Section>
  );
}
