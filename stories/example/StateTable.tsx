import type { ReactNode } from "react";
import "./state-table.css";

/** States side by side, each with its name, for the eye to compare. */
export function StateTable({ states }: { readonly states: readonly State[] }) {
  return (
    <dl className="state-table">
      {states.map(([name, example]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{example}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A state: its name, and what it looks like. */
export type State = readonly [name: string, example: ReactNode];
