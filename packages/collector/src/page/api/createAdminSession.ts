/** What became of a token. */
export type SignInOutcome = "signed-in" | "wrong" | "too-many" | "unreachable";

/** The administrator's session: a cookie that no script sees, this one included. */
export interface AdminSession {
  /** Whether there is a session that can be ended. */
  isOpen(): Promise<boolean>;
  signIn(token: string): Promise<SignInOutcome>;
  /** Resolves to whether the browser was told to forget the session. */
  signOut(): Promise<boolean>;
}

const path = "/.api/session";

const outcomeByStatus: Readonly<Record<number, SignInOutcome>> = {
  204: "signed-in",
  400: "wrong",
  401: "wrong",
  429: "too-many",
};

/** Makes the page's side of signing in and out. Nothing here rejects, and nothing keeps the token. */
export function createAdminSession(fetch: typeof globalThis.fetch): AdminSession {
  const ask = async (init?: RequestInit) => {
    try {
      return await fetch(path, { credentials: "same-origin", cache: "no-store", ...init });
    } catch {
      return undefined;
    }
  };
  return {
    async isOpen() {
      const answer = await ask();
      if (answer?.ok !== true) return false;
      return ((await answer.json()) as { readonly state: string }).state === "signed-in";
    },
    async signIn(token) {
      const answer = await ask({
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ token }),
      });
      return outcomeByStatus[answer?.status ?? 0] ?? "unreachable";
    },
    async signOut() {
      return (await ask({ method: "DELETE" }))?.ok === true;
    },
  };
}
