import {
  createActionRegistry,
  type ActionRegistry,
  type ApplicationAction,
} from "@action-telemetry/actions";
import type { TelemetryRecorder } from "@action-telemetry/telemetry";
import { createTestRecorder } from "@action-telemetry/telemetry/testing";
import { StrictMode, type ReactElement, type ReactNode } from "react";
import { ActionsProvider } from "../actions-provider/ActionsProvider.tsx";
import { TelemetryProvider } from "../telemetry-provider/TelemetryProvider.tsx";
import { hostileWrappers, type WrapElement } from "./hostileWrappers.tsx";
import { mount } from "./mount.tsx";

export type { WrapElement } from "./hostileWrappers.tsx";

/** The functions of a test runner that the suite uses: those of Vitest or Jest, say. */
export interface ConformanceTools {
  readonly describe: (name: string, body: () => void) => void;
  readonly it: (name: string, body: () => Promise<void>) => void;
  readonly expect: (value: unknown) => { toEqual(expected: unknown): void };
}

/** What {@link describeActionConformance} is told. */
export interface ActionConformanceOptions extends ConformanceTools {
  /**
   * Renders one control that runs `action`. Hand the element that is given the props of `useAction`
   * (or the `ActionItem`) through `wrap`, which does to it what wrappers do.
   */
  readonly render: (action: ApplicationAction, wrap: WrapElement) => ReactElement;
  /** Clicks an element, best with real input. @default element.click() */
  readonly click?: ((element: HTMLElement) => void | Promise<void>) | undefined;
}

/**
 * Puts a component that runs an action through what broke others: wrappers that replace its
 * handlers, StrictMode, going away while the action runs, a recorder that throws, no provider.
 * Under each of them one gesture runs the action once and logs one event.
 *
 * @param name - The component, as in `<SaveButton />`.
 *
 * @example
 * ```tsx
 * import { describe, expect, it } from "vitest";
 *
 * describeActionConformance("<SaveButton />", {
 *   describe,
 *   expect,
 *   it,
 *   render: (action, wrap) => <SaveButton action={action} wrap={wrap} />,
 * });
 * ```
 */
export function describeActionConformance(name: string, options: ActionConformanceOptions): void {
  const { describe, it, expect, render } = options;
  const click = options.click ?? ((element: HTMLElement) => element.click());
  describe(`${name} runs an action`, () => {
    for (const [what, wrap] of Object.entries(hostileWrappers)) {
      it(`once, and logs it once, when a wrapper ${what}`, async () => {
        const scene = createScene();
        await scene.show(scene.provided(render(scene.action, wrap)), click);
        expect([scene.runs, scene.names()]).toEqual([1, [scene.action.id]]);
      });
    }
    it("once, and logs it once, in StrictMode", async () => {
      const scene = createScene();
      const control = render(scene.action, keep);
      await scene.show(<StrictMode>{scene.provided(control)}</StrictMode>, click);
      expect([scene.runs, scene.names()]).toEqual([1, [scene.action.id]]);
    });
    it("once more for each click after the run ended", async () => {
      const scene = createScene();
      const twice = async (element: HTMLElement) => {
        await click(element);
        await click(element);
      };
      await scene.show(scene.provided(render(scene.action, keep)), twice);
      expect([scene.runs, scene.names()]).toEqual([2, [scene.action.id, scene.action.id]]);
    });
    it("once for two clicks while it runs, and goes away meanwhile without a trace", async () => {
      const scene = createScene({ pending: true });
      const twice = async (element: HTMLElement) => {
        await click(element);
        await click(element);
      };
      await scene.show(scene.provided(render(scene.action, keep)), twice);
      scene.finish();
      await Promise.resolve();
      expect([scene.runs, scene.names()]).toEqual([1, [scene.action.id]]);
    });
    it("also when the recorder throws", async () => {
      const scene = createScene();
      await scene.show(scene.provided(render(scene.action, keep), throwingRecorder), click);
      expect([scene.runs, scene.names()]).toEqual([1, []]);
    });
    it("also without any provider, and logs nothing", async () => {
      const scene = createScene();
      await withoutWarnings(() => scene.show(render(scene.action, keep), click));
      expect([scene.runs, scene.names()]).toEqual([1, []]);
    });
  });
}

const keep: WrapElement = (element) => element;

const throwingRecorder: TelemetryRecorder = {
  recordAction() {
    throw new Error("The recorder is broken, on purpose.");
  },
  recordEvent: () => undefined,
};

/** One action, and what comes of clicking its control. */
function createScene({ pending = false } = {}) {
  const recorded = createTestRecorder();
  const registry: ActionRegistry = createActionRegistry();
  let finish: () => void = () => undefined;
  const scene = {
    runs: 0,
    action: {
      id: "conformance.run",
      title: "Run",
      run() {
        scene.runs += 1;
        return pending ? new Promise<void>((resolve) => (finish = resolve)) : undefined;
      },
    },
    finish: () => finish(),
    names: () => recorded.events.map((event) => event.name),
    provided: (node: ReactNode, recorder: TelemetryRecorder = recorded.recorder) => (
      <TelemetryProvider recorder={recorder}>
        <ActionsProvider registry={registry}>{node}</ActionsProvider>
      </TelemetryProvider>
    ),
    /** Renders, clicks the control, and takes it away again. */
    async show(node: ReactElement, click: (element: HTMLElement) => void | Promise<void>) {
      const mounted = mount(node);
      try {
        await click(findControl(mounted.container));
      } finally {
        mounted.unmount();
      }
    },
  };
  return scene;
}

function findControl(container: HTMLElement): HTMLElement {
  const control = container.querySelector<HTMLElement>("[data-action]");
  if (control !== null) return control;
  throw new Error(
    "@action-telemetry/react/testing: The rendered component has no element with the props of useAction. " +
      "There is nothing to click. " +
      "Spread all of `props` on the element, and render it for the action that `render` is given.",
  );
}

/** The development warning about the missing provider is right, and not what is tested. */
async function withoutWarnings(body: () => Promise<void>): Promise<void> {
  const { warn } = globalThis.console;
  globalThis.console.warn = () => undefined;
  try {
    await body();
  } finally {
    globalThis.console.warn = warn;
  }
}
