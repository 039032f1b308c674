import type { ReactNode } from "react";
import "./state-table.css";

/** States side by side, each with its name, for the eye to compare. */
export function StateTable({ states }: { readonly states: States }) {
  return (
    <dl className="state-table">
      {Object.entries(states).map(([name, example]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{example}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The states by name: what each looks like. */
type States = Readonly<Record<string, ReactNode>>;
