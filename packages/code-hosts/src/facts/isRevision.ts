const longest = 1024;
// `..` separates the sides of a comparison, and no ref may contain it, nor a control character.
const refused = /\.\.|\p{Cc}|\p{Surrogate}|^\/|\/\/|\/$|(?:^|\/)\.(?:\/|$)/u;

/** Whether a value can be a revision: a commit ID or the name of a ref, at most 1,024 characters. */
export function isRevision(value: unknown): value is string {
  return (
    typeof value === "string" && value !== "" && value.length <= longest && !refused.test(value)
  );
}
