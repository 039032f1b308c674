import {
  createActionRegistry,
  defineAction,
  type ActionRegistry,
  type ApplicationAction,
} from "@action-telemetry/actions";
import type { Kind, Secrets } from "./twoRunsScenario.ts";

/** What is logged now: changed by each step. */
export interface LoggedArguments {
  current: Readonly<Record<string, unknown>>;
}

/** The ID of the action of a kind. */
export const idOf = (kind: Kind) => `run.${kind}`;

/** The ID of the alternative of them all. */
export const alternativeId = "run.alternative";

/** A registry full of secrets, with an action of each kind. */
export function createSecretRegistry(
  kinds: readonly Kind[],
  secrets: Secrets,
  logged: LoggedArguments,
): ActionRegistry {
  const registry = createActionRegistry({ baseURL: "https://application.example/" });
  registry.context.update(secrets.context as Parameters<typeof registry.context.update>[0]);
  registry.registerCommand("command", () => secrets.returned);
  const items = kinds.map((kind) => ({
    action: idOf(kind),
    alt: alternativeId,
    ...(kind === "disabled" ? { disabledWhen: "true" } : {}),
  }));
  registry.registerContributions({
    actions: [
      ...kinds.map((kind, index) => ({
        ...texts(secrets),
        keybindings: [String.fromCodePoint(97 + index)],
        ...behaviour(kind, secrets, logged),
        id: idOf(kind),
      })),
      defineAction({ ...texts(secrets), id: alternativeId, run: () => secrets.returned }),
    ],
    menus: { commandPalette: items, "editor/title": items, hover: items },
  });
  return registry;
}

// Something visible comes first: an action without a name is none, and everybody may know that.
const texts = (secrets: Secrets) => ({
  title: `T${secrets.title}`,
  category: secrets.category,
  description: secrets.description,
  keywords: [secrets.keyword],
  iconURL: `data:image/svg+xml,${encodeURIComponent(secrets.icon)}`,
  actionItem: { label: `L${secrets.label}`, description: secrets.description },
});

function behaviour(
  kind: Kind,
  secrets: Secrets,
  logged: LoggedArguments,
): Omit<ApplicationAction, "id"> {
  const commandArguments = secrets.args;
  switch (kind) {
    case "throws":
      return {
        run() {
          throw secrets.thrown;
        },
      };
    case "rejects":
      return { run: () => Promise.reject(secrets.thrown as Error) };
    case "command":
      return { command: "command", commandArguments };
    case "unknown":
      return { command: `unknown ${secrets.label}`, commandArguments };
    case "link": {
      const { path, query, fragment } = secrets;
      return { command: "open", commandArguments: [`/a${path}?${query}#${fragment}`] };
    }
    case "logged":
      return { run: () => secrets.returned, logArguments: () => logged.current as never };
    case "unloggable":
      return {
        run: () => secrets.returned,
        logArguments() {
          throw secrets.thrown;
        },
      };
    case "prompted":
      // What was typed is the last of the arguments, and never logged.
      return { run: () => secrets.returned, logArguments: (...all) => ({ all: all.map(String) }) };
    case "returns":
    case "disabled":
    case "cancelled":
      return { run: () => secrets.returned, commandArguments };
  }
}
