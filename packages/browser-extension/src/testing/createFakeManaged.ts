import type { ManagedStorageAreaAPI, StorageChanges } from "../browser/WebExtensionAPI.ts";
import type { FakeEvent } from "./createFakeEvent.ts";

/** What an administrator prescribes; `reject` is an error of that message, `late` no answer yet. */
export type FakePrescription =
  | Readonly<Record<string, unknown>>
  | { readonly reject: string }
  | "late";

/** Makes a managed storage. */
export function createFakeManaged(
  initial: FakePrescription,
  onChanged: FakeEvent<(changes: StorageChanges) => void>,
) {
  let prescription = initial;
  let waiting: (() => void)[] = [];
  const area: ManagedStorageAreaAPI = {
    async get() {
      if (prescription === "late") await new Promise<void>((resolve) => waiting.push(resolve));
      if ("reject" in (prescription as object))
        throw new Error(String((prescription as { reject: string }).reject));
      return structuredClone(prescription as Record<string, unknown>);
    },
    onChanged,
  };
  return {
    area,
    /** Prescribes something else, or answers at last. */
    prescribe(next: Readonly<Record<string, unknown>>) {
      const isAnswer = prescription === "late";
      prescription = next;
      if (!isAnswer) onChanged.emit({ telemetry: { newValue: next["telemetry"] } });
      for (const answer of waiting) answer();
      waiting = [];
    },
  };
}
