import { createInstanceLinks, linkAttributes } from "@action-telemetry/code-hosts";
import { type ReactElement, useId } from "react";
import { useOptions, useSettings } from "../connection/OptionsContext.ts";
import { Icon } from "../parts/Icon.tsx";
import { Section } from "../parts/Section.tsx";
import { instanceNotes } from "./InstanceNote.ts";
import { type InstanceForm, useInstanceForm } from "./useInstanceForm.ts";

/** The connected instance: its address, how it goes with it, and those that were connected before. */
export function InstanceSection(): ReactElement {
  const form = useInstanceForm();
  const id = useId();
  return (
    <Section title="Instance">
      <form
        className="ext-instance"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          form.connect();
        }}
      >
        <label className="ext-hidden" htmlFor={id}>
          Address of your instance
        </label>
        <input
          id={id}
          className="ext-field"
          type="url"
          inputMode="url"
          spellCheck={false}
          autoComplete="off"
          value={form.text}
          aria-describedby={`${id}-note`}
          aria-invalid={instanceNotes[form.note].tone === "bad"}
          onChange={(event) => form.type(event.target.value)}
        />
        <button
          type="submit"
          className="ext-button"
          data-primary={form.isChanged || form.note === "not-allowed"}
        >
          Connect
        </button>
      </form>
      <Note id={`${id}-note`} form={form} />
      <PreviousInstances connect={form.connect} />
    </Section>
  );
}

function Note({ id, form }: { readonly id: string; readonly form: InstanceForm }): ReactElement {
  const { text, tone, icon } = instanceNotes[form.note];
  const { instanceURL, platform, sendTelemetry } = useSettings();
  const markers = sendTelemetry.state === "granted";
  const signIn = () => createInstanceLinks({ instanceURL, platform, markers }).signIn().href;
  return (
    <p id={id} role="status" className="ext-note" data-tone={tone}>
      {icon === "spinner" ? <span className="ext-spinner" /> : <Icon name={icon} />}
      <span>
        {text}{" "}
        {form.note === "not-signed-in" && (
          <a href={signIn()} {...linkAttributes}>
            Sign in
          </a>
        )}
      </span>
    </p>
  );
}

function PreviousInstances(props: {
  readonly connect: (url: string) => void;
}): ReactElement | null {
  const { connection } = useOptions();
  const { previousURLs } = useSettings();
  const id = useId();
  if (previousURLs.length === 0) return null;
  return (
    <>
      <p id={id} className="ext-muted">
        Connected before
      </p>
      <ul className="ext-list" aria-labelledby={id}>
        {previousURLs.map((url) => (
          <li key={url} className="ext-list-row">
            <button type="button" className="ext-link-button" onClick={() => props.connect(url)}>
              {url.replace(/^https:\/\//u, "")}
            </button>
            <button
              type="button"
              className="ext-icon-button"
              aria-label={`Forget ${url}, with everything that is kept for it`}
              onClick={() => void connection.write({ forgetURL: url })}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
