const buttons = /^(?:button|checkbox|color|file|image|radio|range|reset|submit)$/u;

/** Whether a person who presses a key on an element writes. A text area that is only read is none to write in. */
export function isEditable(target: EventTarget | null | undefined): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLSelectElement) return true;
  if (target instanceof HTMLTextAreaElement) return !target.readOnly;
  return target instanceof HTMLInputElement && !target.readOnly && !buttons.test(target.type);
}
