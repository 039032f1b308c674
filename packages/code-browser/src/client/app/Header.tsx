import { ActionItem, ActionMenu, CommandPalette, useMenu } from "@action-telemetry/react";
import { GitBranch, Search } from "lucide-react";
import type { ReactElement } from "react";
import { TelemetryStatus } from "../telemetry/TelemetryStatus.tsx";
import { useRepository } from "./RepositoryContext.ts";

/** The bar above every page: the repository, the palette, and the actions of the whole application. Renders a `<header>`. */
export function Header(): ReactElement {
  const { name, checkout } = useRepository();
  const items = useMenu("global/nav");
  return (
    <header className="cb-header">
      <div className="cb-header-start">
        <ActionItem action="codeBrowser.toggleFileTree" surface="page" variant="icon" />
        <a className="cb-brand" href="/">
          <img src="/icon.svg" alt="" width={22} height={22} />
          <span className="cb-brand-name">{name}</span>
        </a>
        {checkout !== undefined && (
          <span className="cb-branch" title={checkout.commit}>
            <GitBranch aria-hidden="true" />
            <span>{checkout.branch ?? checkout.commit?.slice(0, 10) ?? "no commit yet"}</span>
          </span>
        )}
      </div>
      <CommandPalette
        trigger={
          <CommandPalette.Trigger className="cb-palette-trigger">
            <Search aria-hidden="true" />
            <span className="cb-palette-label">Search actions</span>
          </CommandPalette.Trigger>
        }
      />
      <div className="cb-header-end">
        <TelemetryStatus />
        <ActionItem
          action="codeBrowser.openAnalytics"
          surface="page"
          variant="toolbar"
          className="cb-analytics"
        />
        {items.map(({ key, action, alt }) => (
          <ActionItem key={key} action={action} alt={alt} surface="page" variant="toolbar" />
        ))}
        <ActionMenu label="Help" icon="question" menu="help" variant="icon" align="end" />
      </div>
    </header>
  );
}
