import { type FormEvent, useId } from "react";

/** Asks for the administrator's token. */
export interface SignInProps {
  /** Whether the token that was given is not the one. */
  readonly isWrong: boolean;
  readonly onToken: (token: string) => void;
}

/** A form with one field. The token stays in this tab. */
export function SignIn({ isWrong, onToken }: SignInProps) {
  const errorId = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const token = new FormData(event.currentTarget).get("token");
    if (typeof token === "string" && token.trim() !== "") onToken(token.trim());
  };
  return (
    <form className="card sign-in" onSubmit={submit}>
      <h2>Sign in</h2>
      <p className="muted">
        These numbers are for the administrator of this instance. The token is the value of{" "}
        <code>ADMIN_TOKEN</code>; it is kept in this tab only.
      </p>
      <label>
        Admin token
        <input
          type="password"
          name="token"
          className="input"
          autoComplete="current-password"
          required
          aria-invalid={isWrong || undefined}
          aria-describedby={isWrong ? errorId : undefined}
        />
      </label>
      {isWrong && (
        <p id={errorId} className="error" role="alert">
          This is not the token. Nothing was shown.
        </p>
      )}
      <button type="submit" className="button button-primary">
        Sign in
      </button>
    </form>
  );
}
