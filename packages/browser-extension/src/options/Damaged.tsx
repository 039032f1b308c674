import type { ReactElement } from "react";
import { useOptions } from "./connection/OptionsContext.ts";
import { Icon } from "./parts/Icon.tsx";

/** Says that the settings cannot be read, what that means, and offers the way out. */
export function Damaged(): ReactElement {
  const { connection } = useOptions();
  return (
    <div role="alert" className="ext-alert">
      <Icon name="warning" />
      <p>
        Your settings could not be read. Nothing is recorded or sent until you restore them; your
        instance is kept.
      </p>
      <button
        type="button"
        className="ext-button"
        onClick={() => void connection.write({ restore: true })}
      >
        Restore
      </button>
    </div>
  );
}
