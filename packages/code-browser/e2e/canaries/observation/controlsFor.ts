import { base64url } from "../../../../../scripts/canaries/encodings/base64url.ts";
import { encodings } from "../../../../../scripts/canaries/encodings/encodings.ts";
import { secretOf } from "../../../../../scripts/canaries/secrets/secretOf.ts";
import type { Secret } from "../../../../../scripts/canaries/secrets/createFinder.ts";
import type { Control, Sink } from "../sinks/Sink.ts";

const compressions = ["gzip", "deflate"] as const;

/** A control in each encoding for one sink, each with a secret of its own. */
export function controlsFor(sink: Sink): readonly (Control & { readonly secret: Secret })[] {
  return encodings.map(({ name, encode }, index) => {
    const secret = { source: name, value: secretOf(`control ${sink.name} ${name}`) };
    const encoded = encode(secret.value);
    const encoding = compressions.find((compression) => compression === name);
    return encoding === undefined
      ? { index, secret, text: encoded }
      : {
          index,
          secret,
          // Where there is only text, whoever compresses has to write that in text.
          text: base64url.encode(encoded),
          compressed: { encoding, bytes: encoded },
        };
  });
}
