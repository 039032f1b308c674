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

interface SessionAnswer {
  readonly state: string;
}

const outcomeByStatus: Readonly<Record<number, SignInOutcome>> = {
  204: "signed-in",
  400: "wrong",
  401: "wrong",
  429: "too-many",
};

/** Makes the page's side of signing in and out. Nothing here rejects, and nothing keeps the token. */
export function createAdminSession(fetch: typeof globalThis.fetch): AdminSession {
  const ask = (init?: RequestInit) =>
    fetch(path, { credentials: "same-origin", cache: "no-store", ...init });
  const tell = async (init: RequestInit) => {
    try {
      return await ask(init);
    } catch {
      return undefined;
    }
  };
  return {
    async isOpen() {
      try {
        const answer = await ask();
        return answer.ok && ((await answer.json()) as SessionAnswer).state === "signed-in";
      } catch {
        // Also where the page is left while the answer's body is on its way.
        return false;
      }
    },
    async signIn(token) {
      const answer = await tell({
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ token }),
      });
      return outcomeByStatus[answer?.status ?? 0] ?? "unreachable";
    },
    async signOut() {
      return (await tell({ method: "DELETE" }))?.ok === true;
    },
  };
}
