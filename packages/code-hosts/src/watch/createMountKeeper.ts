/** What is shown in a mount; called when it is to go. */
export type Undo = () => void;

/** Something that a mount is wanted for, under a key that stays the same while it does. */
export interface WantedMount {
  /** What the mount belongs to: a code view, or the document. */
  readonly owner: object;
  /** What is shown for it; another key means that it is to be shown anew. */
  readonly key: string;
  /** Makes or finds the mount; `null` if there is no place. */
  getMount(): HTMLElement | null;
  /** Shows it. `mount` is `null` if there is no place. */
  show(mount: HTMLElement | null): Undo;
}

/** Keeps what is shown in step with what is wanted. */
export interface MountKeeper {
  /** Shows what is new, removes what is no longer wanted, and shows again what the page has swept away or changed. */
  update(wanted: readonly WantedMount[]): void;
}

interface Shown {
  readonly key: string;
  readonly mount: HTMLElement | null;
  readonly undo: Undo;
}

/**
 * Creates a keeper of mounts. There is one mount for each owner, and when it goes what was shown in
 * it is undone first.
 *
 * @param onError what a callback threw; the other mounts are not affected
 */
export function createMountKeeper(onError: (error: unknown) => void): MountKeeper {
  const shown = new Map<object, Shown>();

  const attempt = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      onError(error);
      return undefined;
    }
  };
  const remove = (owner: object, { undo, mount }: Shown) => {
    shown.delete(owner);
    attempt(undo);
    mount?.remove();
  };
  const keep = ({ owner, key, getMount, show }: WantedMount) => {
    const before = shown.get(owner);
    // Asked for each time: it finds the mount that is there, and makes one where there is a place now.
    const mount = attempt(getMount) ?? null;
    if (before !== undefined && before.key === key && before.mount === mount) return;
    if (before !== undefined)
      remove(owner, { ...before, mount: before.mount === mount ? null : before.mount });
    const undo = attempt(() => show(mount)) ?? (() => undefined);
    shown.set(owner, { key, mount, undo });
  };

  return {
    update(wanted) {
      const owners = new Set(wanted.map(({ owner }) => owner));
      for (const [owner, state] of shown) if (!owners.has(owner)) remove(owner, state);
      for (const item of wanted) keep(item);
    },
  };
}
