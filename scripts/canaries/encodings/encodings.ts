import { base64 } from "./base64.ts";
import { base64url } from "./base64url.ts";
import { deflate, gzip } from "./compressed.ts";
import type { Encoding } from "./Encoding.ts";
import { form } from "./form.ts";
import { hex } from "./hex.ts";
import { htmlEscaped } from "./htmlEscaped.ts";
import { jsonEscaped } from "./jsonEscaped.ts";
import { percent } from "./percent.ts";
import { plain } from "./plain.ts";
import { reversed } from "./reversed.ts";
import { scattered } from "./scattered.ts";
import { utf16 } from "./utf16.ts";

/** Every encoding that is read. */
export const encodings: readonly Encoding[] = [
  plain,
  percent,
  form,
  base64,
  base64url,
  hex,
  utf16,
  reversed,
  jsonEscaped,
  htmlEscaped,
  scattered,
  gzip,
  deflate,
];
