/**
 * Text with slashes as segments of a URL's path, everything else in them encoded. A segment `-`,
 * which separates the parts of an instance's addresses, is encoded too.
 */
export function encodeSegments(text: string): string {
  return text
    .split("/")
    .map((segment) => (segment === "-" ? "%2D" : encodeURIComponent(segment)))
    .join("/");
}
