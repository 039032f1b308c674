import type { ReactNode } from "react";
import "./state-table.css";

/** States side by side, each with its name, for the eye to compare. */
export function StateTable({ states, wide = false }: StateTableProps) {
  return (
    <dl className="state-table" data-wide={wide || undefined}>
      {Object.entries(states).map(([name, example]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{example}</dd>
        </div>
      ))}
    </dl>
  );
}

interface StateTableProps {
  /** The states by name: what each looks like. */
  readonly states: Readonly<Record<string, ReactNode>>;
  /** Whether each takes much room, and has its name above it. */
  readonly wide?: boolean;
}
