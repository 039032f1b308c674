/** How the file in the working tree differs from the last commit. */
export type WorkingTreeState = "committed" | "modified" | "untracked";

interface BlobFacts {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** The full commit the file was read at; absent for the working tree. */
  readonly commit?: string;
  /** Absent where there is no history, and for a file read at a commit. */
  readonly state?: WorkingTreeState;
}

/** A file that can be shown as text. */
export interface TextBlob extends BlobFacts {
  readonly kind: "text";
  /** The content with `\n` between lines. */
  readonly text: string;
  /** How the bytes were read, such as `UTF-8` or `windows-1252`. */
  readonly encoding: string;
  readonly lineEnding: "LF" | "CRLF" | "mixed";
}

/** A picture a browser can show. */
export interface ImageBlob extends BlobFacts {
  readonly kind: "image";
}

/** A file that is not text. */
export interface BinaryBlob extends BlobFacts {
  readonly kind: "binary";
}

/** A file above the size that is shown. */
export interface HugeBlob extends BlobFacts {
  readonly kind: "huge";
  /** The largest size that is shown, in bytes. */
  readonly limit: number;
}

/** What `GET /.api/code/blob` answers: one file, or why its content is not shown. */
export type BlobAnswer = TextBlob | ImageBlob | BinaryBlob | HugeBlob;
