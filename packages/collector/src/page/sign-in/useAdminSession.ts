import { useEffect, useState } from "react";
import type { AdminSession, SignInOutcome } from "../api/createAdminSession.ts";

/** A session as a page uses it. */
export interface UsedSession {
  readonly signIn: (token: string) => Promise<SignInOutcome>;
  /** Absent while there is no session that could be ended. */
  readonly signOut: (() => Promise<void>) | undefined;
}

/**
 * Knows whether there is a session to be ended.
 *
 * @param onChange - Called when the browser has signed in or out.
 */
export function useAdminSession(session: AdminSession, onChange: () => void): UsedSession {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    let isHere = true;
    void session.isOpen().then((open) => {
      if (isHere) setOpen(open);
    });
    return () => {
      isHere = false;
    };
  }, [session]);
  const signOut = async () => {
    if (!(await session.signOut())) return;
    setOpen(false);
    onChange();
  };
  return {
    async signIn(token) {
      const outcome = await session.signIn(token);
      if (outcome === "signed-in") {
        setOpen(true);
        onChange();
      }
      return outcome;
    },
    signOut: isOpen ? signOut : undefined,
  };
}
