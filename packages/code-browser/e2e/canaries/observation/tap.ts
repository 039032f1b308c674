import type { BrowserContext } from "playwright";
import { tappedCalls, type TappedCall } from "./tappedCalls.ts";

/** What was heard at one sink, as a byte string. */
export interface Heard {
  readonly sink: string;
  readonly text: string;
}

/** Listens to every call by which pages of a browser context, opened from now on, hand a text on. */
export async function tap(context: BrowserContext): Promise<readonly Heard[]> {
  const heard: Heard[] = [];
  await context.exposeFunction("__heard", (sink: string, text: string) => {
    heard.push({ sink, text: Buffer.from(text).toString("latin1") });
  });
  await context.addInitScript(listen, tappedCalls);
  return heard;
}

/** Runs in the page, before any of its own scripts; so it can use nothing of this file. */
function listen(calls: readonly TappedCall[]): void {
  type Callable = (...input: readonly unknown[]) => unknown;
  const page = globalThis as unknown as Record<string, Callable | undefined> & {
    readonly __heard: (sink: string, text: string) => unknown;
  };
  const toText = (value: unknown): string => {
    if (value === undefined || value === null || typeof value === "function") return "";
    if (typeof value === "string") return value;
    if (typeof value !== "object") return JSON.stringify(value);
    if (value instanceof ArrayBuffer) return new TextDecoder("latin1").decode(value);
    if (ArrayBuffer.isView(value)) return new TextDecoder("latin1").decode(value);
    if (value instanceof Map || value instanceof Set) return [...value].map(toText).join("\n");
    if (value instanceof Error) return `${value.name} ${value.message} ${toText(value.cause)}`;
    if (value instanceof Request) return value.url;
    if (value instanceof Response || value instanceof Blob) {
      const copy = value instanceof Response ? value.clone() : value;
      void copy.text().then((text) => page.__heard("caches", text));
      return "";
    }
    if (value instanceof EventTarget) return "";
    return Object.entries(value)
      .map(([key, item]) => `${key}: ${toText(item)}`)
      .join("\n");
  };
  const note = (sink: string, input: readonly unknown[]) => {
    try {
      const text = input.map(toText).join("\n");
      if (text.trim() !== "") void page.__heard(sink, text);
    } catch {
      // What cannot be read is for the function itself to refuse.
    }
  };
  for (const { sink, path } of calls) {
    const [ownerName, method] = path;
    const owner = page[ownerName];
    if (owner === undefined) continue;
    const holder = (
      method === undefined || ownerName === "window" ? page : owner.prototype
    ) as Record<string, Callable>;
    const name = method ?? ownerName;
    const original = holder[name] as Callable;
    holder[name] = new Proxy(original, {
      apply(target, self, input) {
        note(self === globalThis.sessionStorage ? "sessionStorage" : sink, input);
        return Reflect.apply(target, self, input) as unknown;
      },
      construct(target, input, newTarget) {
        note(sink, input);
        return Reflect.construct(target, input, newTarget) as object;
      },
    });
  }
}
