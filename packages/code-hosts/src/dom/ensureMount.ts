/** The attribute by which a mount is found again; its value is the mount's {@link MountName}. */
export const mountAttribute = "data-action-telemetry-mount";

/** What a mount is for. */
export type MountName = "toolbar" | "repository" | "palette" | "search";

/** Where {@link ensureMount} puts a mount. */
export interface MountPlace {
  /** The element that the mount becomes a child of. */
  readonly parent: Element;
  /** The child it is put before; `null` puts it last. Default: it is put first. */
  readonly before?: Element | null;
  /** The mount's tag. Default `"div"`; lists need `"li"`. */
  readonly tag?: "div" | "li" | "span";
}

const known = new WeakSet<Element>();

/**
 * The mount of that name among the children of `place.parent`, made if there is none. It is found by
 * its attribute. One that was not made here is a copy that Turbo kept, or is left from before an
 * update of the extension: it is taken over, once emptied.
 */
export function ensureMount(name: MountName, place: MountPlace): HTMLElement {
  const { parent, before = parent.firstElementChild, tag = "div" } = place;
  const [first, ...copies] = [...parent.children].filter(
    (child) => child.getAttribute(mountAttribute) === name,
  );
  for (const copy of copies) copy.remove();
  if (first !== undefined && !known.has(first)) first.replaceChildren();
  const mount = (first as HTMLElement | undefined) ?? parent.ownerDocument.createElement(tag);
  known.add(mount);
  if (first === undefined) {
    mount.setAttribute(mountAttribute, name);
    parent.insertBefore(mount, before);
  }
  return mount;
}
