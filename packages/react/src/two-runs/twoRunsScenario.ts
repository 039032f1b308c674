import fc from "fast-check";

/** Text of a person or of an application. Without `$`, which would begin an expression in a template. */
const text = fc
  .string({ unit: "binary", maxLength: 40 })
  .map((value) => value.replaceAll("$", "S"));

const json = fc.jsonValue({ maxDepth: 2 });

/** What nobody may know of an execution, wherever an application keeps such things. */
export const secrets = fc.record({
  title: text,
  category: text,
  description: text,
  label: text,
  keyword: text,
  icon: text,
  reason: text,
  /** The props of an item that are those of its element. */
  attributes: fc.record({ "aria-label": text, title: text, className: text, "data-note": text }),
  children: text,
  args: fc.array(fc.oneof(text, fc.dictionary(text, json, { maxKeys: 3 })), { maxLength: 4 }),
  context: fc.dictionary(
    text.map((key) => `secret.${key}`),
    json,
    { maxKeys: 4 },
  ),
  /** What is thrown: an error, or whatever a careless program throws. */
  thrown: fc.oneof(
    fc
      .tuple(text, text, fc.anything())
      .map(([name, message, cause]) => Object.assign(new Error(message, { cause }), { name })),
    fc
      .array(text)
      .map((messages) => new AggregateError(messages.map((message) => new Error(message)))),
    text,
    fc.anything(),
  ),
  returned: fc.anything(),
  path: fc.webPath(),
  query: fc.webQueryParameters(),
  fragment: fc.webFragments(),
  typed: text,
});

/** The secrets of one run. */
export type Secrets = typeof secrets extends fc.Arbitrary<infer T> ? T : never;

/** The actions there are, by what they do. */
export const kinds = [
  "returns",
  "throws",
  "rejects",
  "command",
  "unknown",
  "link",
  "logged",
  "unloggable",
  "disabled",
  "cancelled",
  "prompted",
] as const;

/** What an action does. */
export type Kind = (typeof kinds)[number];

/** Where it can be run from. */
export const places = [
  "item",
  "toolbar",
  "hover",
  "menu",
  "context menu",
  "palette",
  "palette page",
  "shortcut",
] as const;

const step = fc.record({
  kind: fc.constantFrom(...kinds),
  from: fc.constantFrom(...places),
  gesture: fc.constantFrom("click", "alt-click", "middle-click", "right-click", "hover"),
  /** What the application opts in to: the same in both runs. */
  logged: fc.dictionary(fc.string(), json, { maxKeys: 3 }),
});

/** One thing that a person does, as everybody may know it. */
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** What a person does, and two sets of secrets behind it. */
export const scenario = fc.record({
  steps: fc.array(step, { minLength: 1, maxLength: 3 }),
  secrets: fc.tuple(secrets, secrets),
});
