/** Whether arguments may be logged at all: a plain yes or no, or a question that is asked each time. */
export type ArgumentsPolicy = boolean | (() => boolean);

/** Reads a policy. One that cannot be read, or says anything but yes, forbids. */
export function allowsArguments(policy: ArgumentsPolicy = true): boolean {
  try {
    return (typeof policy === "function" ? policy() : policy) === true;
  } catch {
    return false;
  }
}
