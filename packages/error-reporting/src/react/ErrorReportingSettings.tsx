import { useId, useState, useSyncExternalStore, type ReactElement } from "react";
import type { ErrorReporting } from "../ErrorReporting.ts";
import type { ErrorReport } from "../report/ErrorReport.ts";
import { reportCatalogue } from "../report/reportCatalogue.ts";
import { englishSettingsTexts, type ErrorSettingsTexts } from "./ErrorSettingsTexts.ts";

/**
 * Asks the person whether errors may be reported: the switch, what a report says, and those that were sent. Styled by
 * `styles.css`. Renders a `<section>`.
 */
export function ErrorReportingSettings(props: ErrorReportingSettingsProps): ReactElement {
  const { isOn, onDecide, reporting, headingLevel = 2, texts = englishSettingsTexts } = props;
  const id = useId();
  const [isKept, setKept] = useState(true);
  const decide = () => {
    try {
      onDecide(!isOn);
      setKept(true);
    } catch {
      setKept(false);
    }
  };
  const Heading = `h${headingLevel}` as const;
  return (
    <section className="at-error-settings" aria-labelledby={`${id}-title`}>
      <Heading id={`${id}-title`} className="at-error-settings-title">
        {texts.title}
      </Heading>
      <p className="at-error-settings-text" id={`${id}-text`}>
        {texts.text}
      </p>
      <div className="at-error-choice">
        <label htmlFor={`${id}-switch`}>{texts.allow}</label>
        <button
          id={`${id}-switch`}
          type="button"
          role="switch"
          aria-checked={isOn}
          aria-describedby={`${id}-text`}
          className="at-error-switch"
          onClick={decide}
        />
      </div>
      <p role="alert" className="at-error-trouble">
        {!isKept && texts.notKept}
      </p>
      <details className="at-error-details">
        <summary>{texts.told}</summary>
        <dl className="at-error-fields">
          {reportCatalogue.map(({ name, purpose, example }) => (
            <div key={name}>
              <dt>
                <code>{name}</code>
              </dt>
              <dd>{purpose}</dd>
              <dd>
                <code>{example}</code>
              </dd>
            </div>
          ))}
        </dl>
      </details>
      {reporting !== undefined && <SentReports reporting={reporting} texts={texts} />}
    </section>
  );
}

/** What was sent since the page was opened, and how much was not. Renders nothing while there is none. */
function SentReports({ reporting, texts }: SentReportsProps): ReactElement | null {
  const { sent, dropped, last } = useSyncExternalStore(
    reporting.subscribe,
    reporting.getSnapshot,
    reporting.getSnapshot,
  );
  const left = Object.values(dropped).reduce((sum, count) => sum + count, 0);
  if (sent === 0 && left === 0) return null;
  return (
    <details className="at-error-details">
      <summary>{texts.sent(sent, left)}</summary>
      <ol className="at-error-sent">
        {last.map((report) => (
          <li key={report.id}>
            <pre tabIndex={0} aria-label={texts.report}>
              {JSON.stringify(report satisfies ErrorReport, undefined, 2)}
            </pre>
          </li>
        ))}
      </ol>
    </details>
  );
}

interface SentReportsProps {
  readonly reporting: Pick<ErrorReporting, "getSnapshot" | "subscribe">;
  readonly texts: ErrorSettingsTexts;
}

/** The props of {@link ErrorReportingSettings}. */
export interface ErrorReportingSettingsProps {
  /** Whether errors are reported. */
  readonly isOn: boolean;
  /**
   * Takes the person's decision: to be kept, and given to the reporting. When it throws, the person is told that the
   * decision holds on this page only.
   */
  readonly onDecide: (isOn: boolean) => void;
  /** Shows what was sent. */
  readonly reporting?: Pick<ErrorReporting, "getSnapshot" | "subscribe"> | undefined;
  /** The level of its heading in the page's outline. @default 2 */
  readonly headingLevel?: 1 | 2 | 3 | 4 | undefined;
  /** Pass the same object on every render. @default English */
  readonly texts?: ErrorSettingsTexts | undefined;
}
