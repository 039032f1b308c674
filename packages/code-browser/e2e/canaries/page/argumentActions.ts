import { defineAction, type ApplicationAction } from "@action-telemetry/actions";
import { secretOf } from "../../../../../scripts/canaries/secrets/secretOf.ts";
import { witness } from "./witness.ts";

const run = () => undefined;

/** Actions with arguments; those of one are opted in to. */
export const argumentActions: readonly ApplicationAction[] = [
  {
    id: "canary.arguments",
    title: "Arguments",
    command: "canary",
    commandArguments: [
      secretOf("argument of a command"),
      { nested: [secretOf("argument inside an object")] },
      "${get(context, 'canary.argument')}",
    ],
  },
  defineAction<readonly [string, string]>({
    id: "canary.optedIn",
    title: "Opted in",
    commandArguments: [secretOf("argument that is opted in to"), secretOf("argument left out")],
    run,
    logArguments: (chosen) => ({ chosen }),
  }),
  {
    id: "canary.tooLarge",
    title: "Too large",
    run,
    logArguments: () => told({ text: secretOf("argument that is too large").repeat(100) }),
  },
  {
    id: "canary.noJSON",
    title: "No JSON",
    run,
    logArguments: () => told({ text: secretOf("argument that is no JSON"), run: run as never }),
  },
  {
    id: "canary.tooDeep",
    title: "Too deep",
    run,
    logArguments: () =>
      told({ a: { b: { c: { d: { e: secretOf("argument that is too deep") } } } } }),
  },
  {
    id: "canary.logArgumentsThrows",
    title: "Throws",
    run,
    logArguments() {
      throw told(new Error(secretOf("error of logArguments")));
    },
  },
  // What a person has typed or chosen is not logged, whatever the action says.
  answered("canary.prompted", "Prompted"),
  answered("canary.fromPage", "From a page"),
];

function answered(id: string, title: string): ApplicationAction {
  return {
    id,
    title,
    run: (invocation) => witness(invocation.arguments),
    logArguments: (...all) => ({ all: all.map(String) }),
  };
}

function told<Value>(value: Value): Value {
  witness(value);
  return value;
}
