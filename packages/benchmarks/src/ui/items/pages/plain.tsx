import { memo } from "react";
import { buttonTitles, run } from "./buttonTitles.ts";
import type { Variant } from "./Variant.ts";

/** A button as one writes it by hand, with the class and the content of an item. */
const PlainButton = memo(function PlainButton({ title }: { readonly title: string }) {
  return (
    <button type="button" className="at-item" data-variant="default" onClick={run}>
      <span className="at-item-label">{title}</span>
    </button>
  );
});

/** Plain buttons: what the others are compared with. */
export const plain: Variant = {
  title: "plain `<button>`",
  render: (count) => (
    <>
      {buttonTitles(count).map((title) => (
        <PlainButton key={title} title={title} />
      ))}
    </>
  ),
};
