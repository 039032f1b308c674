import "@action-telemetry/react/styles.css";
import { flushSync } from "react-dom";
import { createRoot, type Root } from "react-dom/client";
import { inline, registered, withTooltip } from "./actionItems.tsx";
import { peers } from "./peers.tsx";
import { plain } from "./plain.tsx";
import type { Variant } from "./Variant.ts";

/** Every variant that is measured, by its name. */
const variants: Readonly<Record<string, Variant>> = {
  plain,
  registered,
  inline,
  withTooltip,
  ...peers,
};

const container = document.createElement("div");
document.body.append(container);
let root: Root | undefined;

/** What the benchmark drives the page by. */
const driver = {
  titles: Object.fromEntries(Object.entries(variants).map(([name, { title }]) => [name, title])),
  /** Mounts a variant, and returns when it was painted. */
  async mount(name: string, count: number): Promise<number> {
    const variant = variants[name];
    if (variant === undefined) throw new Error(`There is no variant named "${name}".`);
    root = createRoot(container);
    const element = variant.render(count);
    const start = performance.now();
    flushSync(() => root?.render(element));
    const script = performance.now() - start;
    await painted();
    return script;
  },
  async unmount(): Promise<void> {
    flushSync(() => root?.unmount());
    await painted();
  },
  countElements: () => container.querySelectorAll("*").length,
};

/** After the frame in which what changed is painted. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.addEventListener("message", () => resolve());
      channel.port1.start();
      channel.port2.postMessage(undefined);
    });
  });
}

/** Installs the driver as `items`. */
export function installItems(): void {
  Object.assign(globalThis, { items: driver });
}

/** The type of what the benchmark finds on the page as `items`. */
export type ItemsDriver = typeof driver;
