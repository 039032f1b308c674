/** A manifest as it was read from disk, unchecked: the registry decides what of it counts. */
export interface ExtensionSource {
  /** The file's name, to tell the person which one a problem is in. */
  readonly file: string;
  readonly manifest: unknown;
}

/** What `GET /.api/code/extensions` answers: the extensions this server was started with. */
export interface ExtensionsAnswer {
  readonly extensions: readonly ExtensionSource[];
}
