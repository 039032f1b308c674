import { type ReactElement, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useOptions, useSettings } from "./connection/OptionsContext.ts";
import { Damaged } from "./Damaged.tsx";
import { EditorSection } from "./EditorSection.tsx";
import { FirstRun } from "./FirstRun.tsx";
import { InstanceSection } from "./instance/InstanceSection.tsx";
import { Icon } from "./parts/Icon.tsx";
import { CollectedPage } from "./privacy/CollectedPage.tsx";
import { PrivacySection } from "./privacy/PrivacySection.tsx";
import { SentPage } from "./privacy/SentPage.tsx";
import { SiteSection } from "./site/SiteSection.tsx";

type PageName = "settings" | "collected" | "sent";

/**
 * The popup of the extension, and its page in a tab: everything that can be set, and everything that
 * is and was sent. It runs no actions and records nothing.
 */
export function OptionsPage(): ReactElement {
  const { connection } = useOptions();
  const { settings, isLost } = useSyncExternalStore(connection.subscribe, connection.getSnapshot);
  const [page, setPage] = useState<PageName>("settings");
  return (
    <div className="ext-page">
      {settings === undefined ? (
        <p role="status" className="ext-loading">
          {isLost ? "The extension does not answer. Close this and open it again." : "Loading…"}
        </p>
      ) : page === "settings" ? (
        <Settings open={setPage} />
      ) : (
        <SubPage back={() => setPage("settings")}>
          {page === "collected" ? <CollectedPage /> : <SentPage />}
        </SubPage>
      )}
    </div>
  );
}

function Settings({ open }: { readonly open: (page: PageName) => void }): ReactElement {
  const { enabled, needsFirstRun, isDamaged, version } = useSettings();
  const openCollected = () => open("collected");
  return (
    <>
      <Header />
      <main className="ext-main">
        {isDamaged && <Damaged />}
        {needsFirstRun && <FirstRun openCollected={openCollected} />}
        {!enabled && (
          <p role="status" className="ext-off">
            The extension is off: it shows nothing on any page, and sends nothing.
          </p>
        )}
        <InstanceSection />
        <SiteSection />
        <PrivacySection openCollected={openCollected} openSent={() => open("sent")} />
        <EditorSection />
      </main>
      <footer className="ext-footer">Version {version}</footer>
    </>
  );
}

function Header(): ReactElement {
  const { connection } = useOptions();
  const { enabled } = useSettings();
  return (
    <header className="ext-header">
      <img src="./icons/icon-32.png" alt="" width="24" height="24" />
      <h1>Action Telemetry</h1>
      <span className="ext-muted" aria-hidden="true">
        {enabled ? "On" : "Off"}
      </span>
      <button
        type="button"
        role="switch"
        className="at-switch"
        aria-label="Extension"
        aria-checked={enabled}
        onClick={() => void connection.write({ enabled: !enabled })}
      />
    </header>
  );
}

function SubPage(props: {
  readonly back: () => void;
  readonly children: ReactElement;
}): ReactElement {
  const button = useRef<HTMLButtonElement>(null);
  // What had the focus is gone with the page before.
  useEffect(() => button.current?.focus(), []);
  return (
    <>
      <header className="ext-header">
        <button ref={button} type="button" className="ext-back" onClick={props.back}>
          <Icon name="back" />
          Settings
        </button>
      </header>
      <main className="ext-main ext-sub">{props.children}</main>
    </>
  );
}
