/** Writes into a text field of React's, after what is there, as a person who types does. */
export function writeInto(input: HTMLInputElement, text: string): void {
  if (text === "") return;
  const { length } = input.value;
  input.setRangeText(text, length, length, "end");
  input.dispatchEvent(new Event("input", { bubbles: true }));
}
