import { type ReactElement, type ReactNode, useId } from "react";

/** A part of the page with a heading of its own. Renders a `<section>`. */
export function Section(props: {
  readonly title: string;
  readonly children: ReactNode;
}): ReactElement {
  const id = useId();
  return (
    <section className="ext-section" aria-labelledby={id}>
      <h2 id={id} className="ext-section-title">
        {props.title}
      </h2>
      {props.children}
    </section>
  );
}
