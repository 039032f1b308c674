import type { RootMembers, TooltipWatch } from "../use-action/joinRoot.ts";
import type { TooltipOwner } from "./TooltipGroup.ts";
import { tooltipGroupOf } from "./tooltipGroupOf.ts";

/**
 * Opens the tooltips of the members of a document or shadow root when their elements are pointed at
 * for a while, or reached by keyboard. The listeners are the root's, so that any number of elements
 * costs nothing until one of them is pointed at.
 */
export function watchTooltips(node: Node, members: RootMembers): TooltipWatch {
  const group = tooltipGroupOf(node.ownerDocument ?? (node as Document));
  let pointed: TooltipOwner | undefined;

  function find(event: Event): [owner: TooltipOwner, element: Element] | undefined {
    for (const target of event.composedPath()) {
      if (target === node) return undefined;
      const member = members.get(target as Element);
      if (member?.setTooltip !== undefined) return [member as TooltipOwner, target as Element];
    }
    return undefined;
  }
  function point(owner: TooltipOwner | undefined): void {
    if (owner === pointed) return;
    if (pointed !== undefined) group.leave(pointed);
    pointed = owner;
    if (owner !== undefined) group.enter(owner);
  }

  const listeners: Readonly<Record<string, (event: Event) => void>> = {
    pointerover(event) {
      point((event as PointerEvent).pointerType === "touch" ? undefined : find(event)?.[0]);
    },
    pointerout(event) {
      if (!node.contains((event as PointerEvent).relatedTarget as Node | null)) point(undefined);
    },
    pointerdown(event) {
      const found = find(event);
      if (found !== undefined) group.close(found[0]);
    },
    focusin(event) {
      const [owner, element] = find(event) ?? [];
      if (owner !== undefined && element?.matches(":focus-visible") === true) group.focus(owner);
    },
    focusout(event) {
      const found = find(event);
      if (found !== undefined) group.close(found[0]);
    },
  };
  for (const [type, listener] of Object.entries(listeners)) {
    node.addEventListener(type, listener, true);
  }
  return {
    forget(member) {
      if (member === pointed) pointed = undefined;
      group.close(member as TooltipOwner);
    },
    refresh(member) {
      if (member.setTooltip === undefined) return;
      for (const [element, other] of members) {
        if (other === member && element.matches(":hover, :focus")) {
          group.focus(member as TooltipOwner);
        }
      }
    },
    stop() {
      for (const [type, listener] of Object.entries(listeners)) {
        node.removeEventListener(type, listener, true);
      }
    },
  };
}
