/** A value as OTLP writes it in JSON: exactly one of the members, or none for `null`. */
export type OtlpValue =
  | { readonly stringValue: string }
  | { readonly boolValue: boolean }
  /** 64 bits, in decimal digits. */
  | { readonly intValue: string }
  | { readonly doubleValue: number }
  | { readonly arrayValue: { readonly values: readonly OtlpValue[] } }
  | { readonly kvlistValue: { readonly values: readonly OtlpAttribute[] } }
  | Readonly<Record<string, never>>;

/** A named value. */
export interface OtlpAttribute {
  readonly key: string;
  readonly value: OtlpValue;
}

/** A log record that is an event: it has a name, and no body. */
export interface OtlpLogRecord {
  /** Nanoseconds since 1970, in decimal digits; `0` where that is not known. */
  readonly timeUnixNano: string;
  readonly observedTimeUnixNano: string;
  readonly eventName: string;
  readonly attributes: readonly OtlpAttribute[];
}

/** The body of `POST /v1/logs`: the part of `ExportLogsServiceRequest` that this package writes. */
export interface OtlpLogs {
  readonly resourceLogs: readonly {
    readonly resource: { readonly attributes: readonly OtlpAttribute[] };
    readonly scopeLogs: readonly {
      readonly scope: { readonly name: string };
      readonly logRecords: readonly OtlpLogRecord[];
    }[];
  }[];
}
