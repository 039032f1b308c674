import type { ReactElement, ReactNode } from "react";

/** Props of {@link Notice}. */
export interface NoticeProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
  /** What can be done about it. */
  readonly actions?: ReactNode;
  /** Whether it is told at once to whoever listens to the page. Default: false. */
  readonly urgent?: boolean;
}

/** What is shown in place of content that is not there: what happened and what can be done. Renders a `<div>`. */
export function Notice({
  icon,
  title,
  children,
  actions,
  urgent = false,
}: NoticeProps): ReactElement {
  return (
    <div className="cb-notice" role={urgent ? "alert" : undefined}>
      <div className="cb-notice-icon" aria-hidden="true">
        {icon}
      </div>
      <p className="cb-notice-title">{title}</p>
      {children !== undefined && <div className="cb-notice-text">{children}</div>}
      {actions !== undefined && <div className="cb-notice-actions">{actions}</div>}
    </div>
  );
}
