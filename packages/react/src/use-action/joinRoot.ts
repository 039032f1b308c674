import { watchKeyRepeat } from "./watchKeyRepeat.ts";

/** What is told of the clicks on its element. */
export interface RootMember {
  /** A click or auxclick is on its way to the element. */
  watch(event: MouseEvent, element: Element): void;
  /** Shows or hides its tooltip; absent where it has none. */
  readonly setTooltip?: ((open: boolean) => void) | undefined;
}

/** Which member an element of a root belongs to. */
export type RootMembers = ReadonlyMap<Element, RootMember>;

/** Follows pointer and focus in a root for the tooltips of its members. */
export type WatchTooltips = (node: Node, members: RootMembers) => TooltipWatch;

/** What {@link WatchTooltips} returns. */
export interface TooltipWatch {
  /** The member has gone, with its tooltip. */
  forget(member: RootMember): void;
  /** There is something new to say: opens the tooltip at once if the person is still there. */
  refresh(member: RootMember): void;
  /** Ends it. */
  stop(): void;
}

/** One document, shadow root or detached tree that has members. */
export interface Root {
  readonly members: Map<Element, RootMember>;
  leave(element: Element): void;
  tooltips?: TooltipWatch;
}

const rootByNode = new WeakMap<Node, Root>();

/**
 * Tells a member of the clicks on its element, whatever became of the element's own handlers. One
 * listener serves all members below a document or shadow root; from outside of a closed shadow root
 * nobody would see which element was clicked.
 *
 * @returns the root, which the element has to leave
 */
export function joinRoot(
  element: Element,
  member: RootMember,
  watchTooltips: WatchTooltips | undefined,
): Root {
  const node = element.getRootNode();
  let root = rootByNode.get(node);
  if (root === undefined) rootByNode.set(node, (root = createRoot(node)));
  if (watchTooltips !== undefined) root.tooltips ??= watchTooltips(node, root.members);
  root.members.set(element, member);
  return root;
}

function createRoot(node: Node): Root {
  const members = new Map<Element, RootMember>();
  const tell = (event: Event) => {
    for (const target of event.composedPath()) {
      if (target === node) return;
      members.get(target as Element)?.watch(event as MouseEvent, target as Element);
    }
  };
  const unwatchKeys = watchKeyRepeat(node.ownerDocument ?? (node as Document));
  node.addEventListener("click", tell, true);
  node.addEventListener("auxclick", tell, true);
  const root: Root = {
    members,
    leave(element) {
      const member = members.get(element);
      members.delete(element);
      if (member?.setTooltip !== undefined) root.tooltips?.forget(member);
      if (members.size > 0) return;
      unwatchKeys();
      root.tooltips?.stop();
      node.removeEventListener("click", tell, true);
      node.removeEventListener("auxclick", tell, true);
      rootByNode.delete(node);
    },
  };
  return root;
}
