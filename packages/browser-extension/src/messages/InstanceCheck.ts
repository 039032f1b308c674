/**
 * What became of an address that was typed for an instance.
 *
 * - `looks-good`: an instance answered, and somebody is signed in there.
 * - `not-signed-in`: an instance answered, and nobody is.
 * - `not-reachable`: no instance answered there, in time or at all.
 * - `needs-https`: only this computer may be asked without encryption.
 * - `malformed`: it is no address.
 */
export type InstanceCheck =
  | "looks-good"
  | "not-signed-in"
  | "not-reachable"
  | "needs-https"
  | "malformed";
