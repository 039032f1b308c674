import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import type { SignInOutcome } from "../api/createAdminSession.ts";

/** Asks for the administrator's token. */
export interface SignInProps {
  /** Whether there was a session until now. */
  readonly hasEnded: boolean;
  readonly onToken: (token: string) => Promise<SignInOutcome>;
}

const words: Readonly<Record<Exclude<SignInOutcome, "signed-in">, string>> = {
  wrong: "This is not the token.",
  "too-many": "Too many wrong tokens from your network. Wait a minute, then try again.",
  unreachable: "The instance does not answer. Try again in a moment.",
};

/** A form with one field, which is empty again once it was sent. */
export function SignIn({ hasEnded, onToken }: SignInProps) {
  const errorId = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const [trouble, setTrouble] = useState<keyof typeof words>();
  const [isSending, setSending] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const token = new FormData(form).get("token");
    if (isSending || typeof token !== "string" || token.trim() === "") return;
    setSending(true);
    setTrouble(undefined);
    const outcome = await onToken(token.trim());
    setSending(false);
    if (outcome === "signed-in") return;
    setTrouble(outcome);
    form.reset();
    field.current?.focus();
  };
  return (
    <form className="card sign-in" onSubmit={(event) => void submit(event)}>
      <h2>Sign in</h2>
      {hasEnded && (
        <p role="status">Your session has ended. Sign in again to go on where you were.</p>
      )}
      <p className="muted">
        These numbers are for the administrator of this instance. The token is the value of{" "}
        <code>ADMIN_TOKEN</code>. You stay signed in until you sign out, leave this page for an hour
        or close the browser, twelve hours at most.
      </p>
      <label>
        Admin token
        <input
          ref={field}
          type="password"
          name="token"
          className="input"
          autoComplete="current-password"
          autoCapitalize="none"
          spellCheck={false}
          required
          aria-invalid={trouble === "wrong" || undefined}
          aria-describedby={trouble === undefined ? undefined : errorId}
        />
      </label>
      {trouble !== undefined && (
        <p id={errorId} className="error" role="alert">
          {words[trouble]}
        </p>
      )}
      <button
        type="submit"
        className="button button-primary"
        aria-disabled={isSending || undefined}
      >
        {isSending ? "Signing in…" : "Sign in"}
      </button>
    </form>
  );
}
