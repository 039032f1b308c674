import type { ReactElement } from "react";

const paths = {
  check: "M3.5 8.5 6.5 11.5 12.5 4.5",
  warning: "M8 2.5 14 13H2ZM8 6.5v3M8 11.2v.1",
  person: "M8 8a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM3 13.5c.6-2.6 2.5-4 5-4s4.4 1.4 5 4",
  lock: "M4 7.5h8v6H4ZM5.5 7.5V5.2a2.5 2.5 0 0 1 5 0v2.3",
  back: "M9.5 3.5 5 8l4.5 4.5",
  next: "M6.5 3.5 11 8l-4.5 4.5",
  close: "M4 4l8 8M12 4l-8 8",
} as const;

/** The name of a drawing. */
export type IconName = keyof typeof paths;

/** A small drawing beside a text that says the same. */
export function Icon({ name }: { readonly name: IconName }): ReactElement {
  return (
    <svg className="ext-icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
