/** The administrator's token, kept for this tab only. */
export interface AdminToken {
  get(): string | undefined;
  set(token: string): void;
  clear(): void;
}

const key = "action-telemetry.admin-token";

/** Keeps the token in session storage; in memory alone where storage is switched off. */
export function createAdminToken(
  storage: Pick<Storage, "getItem" | "setItem" | "removeItem">,
): AdminToken {
  let token: string | undefined;
  attempt(() => {
    token = storage.getItem(key) ?? undefined;
  });
  return {
    get: () => token,
    set(value) {
      token = value;
      attempt(() => storage.setItem(key, value));
    },
    clear() {
      token = undefined;
      attempt(() => storage.removeItem(key));
    },
  };
}

/** Storage may throw at every touch; the page works without it. */
function attempt(touch: () => void): void {
  try {
    touch();
  } catch {
    // Kept in memory then.
  }
}
