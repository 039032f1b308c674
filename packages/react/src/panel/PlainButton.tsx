import { clsx } from "clsx";
import { forwardRef, type ButtonHTMLAttributes, type Ref } from "react";

/**
 * A button that is no action: it looks like one, but what it does is never logged.
 * Renders a `<button type="button">`.
 * Records nothing.
 */
export const PlainButton = forwardRef(function PlainButton(
  { variant = "default", className, ...attributes }: PlainButtonProps,
  ref: Ref<HTMLButtonElement>,
) {
  return (
    <button
      ref={ref}
      type="button"
      {...attributes}
      className={clsx("at-item", className)}
      data-variant={variant}
    />
  );
});

/** The props of {@link PlainButton}: its own, and those of a `<button>`. */
export interface PlainButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** How it looks. @default "default" */
  readonly variant?: "default" | "quiet" | "danger" | undefined;
}
