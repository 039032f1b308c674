import { forwardRef, useContext, useSyncExternalStore, type ReactElement, type Ref } from "react";
import { ActionsContext } from "../actions-provider/ActionsContext.ts";
import { Glyph } from "../icon/Glyph.tsx";
import type { Notice } from "./createNoticeStore.ts";

const none: readonly Notice[] = [];
const subscribeToNothing = () => () => undefined;

/**
 * The failures of actions that were run where nothing remains to show them: from the palette, by a
 * shortcut. They stay until they are dismissed.
 * Renders a `<div role="alert">` that is there from the beginning, as live regions must be.
 * Records nothing.
 */
export const Notices = forwardRef<HTMLDivElement>(function Notices(
  _props,
  ref: Ref<HTMLDivElement>,
): ReactElement {
  const actions = useContext(ActionsContext);
  const store = actions?.notices;
  const read = () => store?.getSnapshot() ?? none;
  const notices = useSyncExternalStore(store?.subscribe ?? subscribeToNothing, read, read);
  return (
    <div ref={ref} className="at-notices" role="alert">
      {notices.map(({ key, title, message }) => (
        <div key={key} className="at-notice">
          <Glyph name="warning" className="at-icon at-failure" />
          <div className="at-notice-text">
            <div className="at-notice-title">
              {actions?.messages.failed(title)}
              <span className="at-sr">: </span>
            </div>
            <div className="at-notice-message">{message}</div>
          </div>
          <button
            type="button"
            className="at-notice-dismiss"
            aria-label={actions?.messages.dismiss}
            onClick={() => store?.remove(key)}
          >
            <Glyph name="close" />
          </button>
        </div>
      ))}
    </div>
  );
});
