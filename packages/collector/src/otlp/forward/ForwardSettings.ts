/** Where events are sent on to, besides being kept. */
export interface ForwardSettings {
  /** The address that takes logs by OTLP/HTTP, such as `https://otel.example.com/v1/logs`. */
  readonly url: string;
  /** Such as a key. @default none */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Whether an address can be forwarded to: http or https, without a user name. */
export function isForwardURL(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && username === "" && password === "";
}
