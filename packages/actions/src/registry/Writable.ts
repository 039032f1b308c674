/** A type while its value is still being made. */
export type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };
