/**
 * Reads an own property that is plain data. The prototype is never reached and no getter is called:
 * in their place stands `undefined`. For objects of unknown origin; a hostile proxy can still throw.
 */
export function ownValue(target: object, key: string): unknown {
  return Object.getOwnPropertyDescriptor(target, key)?.value;
}
