/** The classes of the platform. A name that is not of these, or named in advance, may be made of anything. */
const platformTypes = new Set([
  "AggregateError",
  "Error",
  "EvalError",
  "InternalError",
  "RangeError",
  "ReferenceError",
  "SuppressedError",
  "SyntaxError",
  "TypeError",
  "URIError",
  // Those of DOMException.
  "AbortError",
  "ConstraintError",
  "DataCloneError",
  "DataError",
  "EncodingError",
  "HierarchyRequestError",
  "IndexSizeError",
  "InvalidAccessError",
  "InvalidCharacterError",
  "InvalidNodeTypeError",
  "InvalidStateError",
  "NamespaceError",
  "NetworkError",
  "NoModificationAllowedError",
  "NotAllowedError",
  "NotFoundError",
  "NotReadableError",
  "NotSupportedError",
  "OperationError",
  "QuotaExceededError",
  "ReadOnlyError",
  "SecurityError",
  "TimeoutError",
  "TransactionInactiveError",
  "UnknownError",
  "VersionError",
  "WrongDocumentError",
]);

/**
 * The class of what was thrown. Whoever throws may name an error after anything, so that only names known
 * in advance are told; of other errors `Error`, and of values that are no errors only what they are.
 *
 * @param known - Names of the application's own classes.
 */
export function readErrorType(thrown: unknown, known: ReadonlySet<string>): string {
  if (!isErrorLike(thrown)) return thrown === null ? "null" : typeof thrown;
  const { name } = thrown;
  return typeof name === "string" && (platformTypes.has(name) || known.has(name)) ? name : "Error";
}

/** Whether it is an error, also one of another realm. */
export function isErrorLike(
  thrown: unknown,
): thrown is { readonly name?: unknown; readonly stack?: unknown; readonly message?: unknown } {
  const tag = Object.prototype.toString.call(thrown);
  return thrown instanceof Error || tag === "[object Error]" || tag === "[object DOMException]";
}
