const units = ["bytes", "KB", "MB", "GB"] as const;

/** A size for people, such as `12.4 KB`; units of 1,024. */
export function formatSize(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  if (unit === 0) {
    return bytes === 1 ? "1 byte" : `${bytes} bytes`;
  }
  return `${value.toFixed(value < 10 ? 1 : 0)} ${units[unit] ?? ""}`;
}
