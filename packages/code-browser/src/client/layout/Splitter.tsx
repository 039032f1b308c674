import { useRef, type KeyboardEvent, type PointerEvent, type ReactElement } from "react";

/** Props of {@link Splitter}. */
export interface SplitterProps {
  readonly label: string;
  /** The line's own direction: a vertical one is dragged sideways. */
  readonly orientation: "horizontal" | "vertical";
  /** The size of the part it resizes, in CSS pixels. */
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** Whether dragging towards the start of the page makes the part larger. */
  readonly reversed?: boolean;
  /** The ID of the part it resizes. */
  readonly controls: string;
  readonly onChange: (value: number) => void;
}

const step = 16;

// A separator that can be moved is a control, with a value and a place in the tab order.
const separator = { role: "separator", tabIndex: 0 } as const;

/** A line between two parts of the page that resizes one of them, by pointer or by arrow keys. Renders a `<div>`. */
export function Splitter(props: SplitterProps): ReactElement {
  const { label, orientation, value, min, max, reversed = false, controls, onChange } = props;
  const drag = useRef<{ readonly from: number; readonly value: number }>(undefined);
  const along = (event: PointerEvent) =>
    orientation === "vertical" ? event.clientX : event.clientY;
  const change = (next: number) => onChange(Math.round(Math.min(max, Math.max(min, next))));
  const sign = reversed ? -1 : 1;

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button === 0) {
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
      event.currentTarget.focus();
      drag.current = { from: along(event), value };
    }
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (drag.current !== undefined) {
      change(drag.current.value + sign * (along(event) - drag.current.from));
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const [less, more] =
      orientation === "vertical" ? ["ArrowLeft", "ArrowRight"] : ["ArrowUp", "ArrowDown"];
    const targets: Readonly<Record<string, number>> = {
      [less]: value - sign * step,
      [more]: value + sign * step,
      Home: min,
      End: max,
    };
    const target = targets[event.key];
    if (target !== undefined) {
      event.preventDefault();
      change(target);
    }
  };

  return (
    <div
      {...separator}
      className="cb-splitter"
      data-orientation={orientation}
      aria-label={label}
      aria-orientation={orientation}
      aria-controls={controls}
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => (drag.current = undefined)}
      onPointerCancel={() => (drag.current = undefined)}
      onKeyDown={onKeyDown}
    />
  );
}
