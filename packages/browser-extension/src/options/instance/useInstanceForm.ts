import { useEffect, useRef, useState } from "react";
import { normalizeInstanceURL } from "../../instance-url/normalizeInstanceURL.ts";
import { originPattern } from "../../instance-url/originPattern.ts";
import type { Session } from "../../messages/ExtensionState.ts";
import { useOptions, useSettings } from "../connection/OptionsContext.ts";
import type { InstanceNote } from "./InstanceNote.ts";

/** The form of the instance's address. */
export interface InstanceForm {
  readonly text: string;
  readonly note: InstanceNote;
  /** Whether the field holds another address than that of the connected instance. */
  readonly isChanged: boolean;
  type(text: string): void;
  /** Connects to what is typed, or to another address. To be called while a gesture is being handled. */
  connect(url?: string): void;
}

const notesBySession: Readonly<Record<Session, InstanceNote>> = {
  "signed-in": "looks-good",
  "signed-out": "not-signed-in",
  unreachable: "not-reachable",
  unknown: "checking",
};

/**
 * Follows the field. While somebody types, nothing is asked but the address itself: a half typed one
 * may be somebody else's. The instance is asked when the person connects.
 */
export function useInstanceForm(): InstanceForm {
  const { connection, permissions } = useOptions();
  const { instanceURL, session } = useSettings();
  const [typed, setTyped] = useState<string>();
  const [isChecking, setIsChecking] = useState(false);
  const isAllowed = useIsAllowed(instanceURL);
  const turn = useRef(0);
  const text = typed ?? instanceURL;
  const normal = normalizeInstanceURL(text);
  const isChanged = !normal.ok || normal.value !== instanceURL;

  useEffect(() => {
    if (session === "unknown") void connection.check(instanceURL);
  }, [connection, instanceURL, session]);

  function connect(url = text): void {
    const chosen = normalizeInstanceURL(url);
    setTyped(url);
    if (!chosen.ok) return;
    const own = (turn.current += 1);
    setIsChecking(true);
    // The browser may close a popup when it asks the person: what was chosen is kept by then. It asks
    // only while the gesture is being handled, so nothing is awaited before.
    const written = connection.write({ instanceURL: chosen.value });
    const asked = permissions.request({ origins: [originPattern(chosen.value)] });
    void Promise.allSettled([written, asked])
      .then(() => connection.check(chosen.value))
      .then(() => {
        if (own !== turn.current) return;
        setTyped(undefined);
        setIsChecking(false);
      });
  }

  function note(): InstanceNote {
    if (isChecking) return "checking";
    if (!normal.ok) return normal.error;
    if (isChanged) return "not-connected";
    const known = notesBySession[session];
    return known === "not-reachable" && !isAllowed ? "not-allowed" : known;
  }

  return { text, note: note(), isChanged, type: setTyped, connect };
}

/** Whether the browser lets the extension talk to an instance. */
function useIsAllowed(instanceURL: string): boolean {
  const { permissions } = useOptions();
  const [isAllowed, setIsAllowed] = useState(true);
  useEffect(() => {
    let isCurrent = true;
    const read = () =>
      void permissions.contains({ origins: [originPattern(instanceURL)] }).then(
        (value) => isCurrent && setIsAllowed(value),
        () => undefined,
      );
    read();
    permissions.onAdded.addListener(read);
    permissions.onRemoved.addListener(read);
    return () => {
      isCurrent = false;
      permissions.onAdded.removeListener(read);
      permissions.onRemoved.removeListener(read);
    };
  }, [permissions, instanceURL]);
  return isAllowed;
}
