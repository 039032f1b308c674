/**
 * Says why a collector cannot listen, and how to mend it.
 *
 * @param error - What the system says.
 * @param place - Where it should listen.
 */
export function describeListenError(
  error: NodeJS.ErrnoException,
  { host, port }: { readonly host: string; readonly port: number },
): string {
  switch (error.code) {
    case "EADDRINUSE":
      return `Port ${port} of ${host} is taken by another program (EADDRINUSE). Stop that one, or set another PORT.`;
    case "EACCES":
      return `Port ${port} needs more rights than the collector has (EACCES). Set a PORT from 1024 on.`;
    case "EADDRNOTAVAIL":
      return `HOST is ${host}, which is no address of this machine (EADDRNOTAVAIL). Set one that is, or 0.0.0.0 for all.`;
    default:
      return error.message;
  }
}
