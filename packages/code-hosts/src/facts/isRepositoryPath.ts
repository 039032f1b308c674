const longest = 4096;
// Git knows no such names; URLs would resolve the dots, and halves of surrogate pairs have no encoding.
const refused = /(?:^|\/)(?:\.{0,2})(?:\/|$)|\0|\p{Surrogate}/u;

/** Whether a value can be the path of a file, or the name of a repository: at most 4,096 characters in non-empty segments. */
export function isRepositoryPath(value: unknown): value is string {
  return typeof value === "string" && value.length <= longest && !refused.test(value);
}
