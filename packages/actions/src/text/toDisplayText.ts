export function toDisplayText(text: string): string {
  return text;
}
