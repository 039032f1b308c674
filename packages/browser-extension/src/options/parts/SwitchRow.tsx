import { type ReactElement, type ReactNode, useId } from "react";

/** A setting that is on or off, with what it means. Renders a `<button role="switch">` and its texts. */
export function SwitchRow(props: SwitchRowProps): ReactElement {
  const { label, description, isOn, isFixed = false, onChange } = props;
  const id = useId();
  return (
    <div className="ext-row">
      <div className="ext-row-text">
        <label htmlFor={id}>{label}</label>
        <div className="ext-muted" id={`${id}-description`}>
          {description}
        </div>
      </div>
      <button
        id={id}
        type="button"
        role="switch"
        className="at-switch"
        aria-checked={isOn}
        aria-disabled={isFixed || undefined}
        aria-describedby={`${id}-description`}
        onClick={() => {
          if (!isFixed) onChange(!isOn);
        }}
      />
    </div>
  );
}

/** The props of {@link SwitchRow}. */
export interface SwitchRowProps {
  readonly label: string;
  readonly description: ReactNode;
  readonly isOn: boolean;
  /** It cannot be changed; it keeps the focus, so that the reason can be read. */
  readonly isFixed?: boolean;
  readonly onChange: (isOn: boolean) => void;
}
