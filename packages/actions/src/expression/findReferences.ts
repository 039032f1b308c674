import type { CallNode, Node } from "./Node.ts";
import type { References } from "./References.ts";

/** Finds out what a tree reads. Works with a list, not by recursion: trees can be deep. */
export function findReferences(root: Node): References {
  const references = new Set<string>();
  let readsWholeContext = false;
  let exposesContext = false;
  const pending: Node[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.kind === "key") references.add(node.key);
    if (node.kind === "context") exposesContext = true;
    if (node.kind === "call" && isContextRead(node)) {
      const key = node.arguments[1];
      if (key?.kind === "literal") references.add(String(key.value));
      else readsWholeContext = true;
    }
    // Not spread: a chain can be thousands long.
    for (const child of children(node)) pending.push(child);
  }
  return { references, readsWholeContext: readsWholeContext || exposesContext, exposesContext };
}

/** Whether a call is `get(context, …)`, which reads one key and shows nothing of the others. */
export function isContextRead(call: CallNode): boolean {
  return call.name === "get" && call.arguments[0]?.kind === "context";
}

function children(node: Node): readonly Node[] {
  switch (node.kind) {
    case "literal":
    case "context":
    case "key":
      return [];
    case "unary":
      return [node.operand];
    case "chain":
      return [node.first, ...node.operations.map(({ right }) => right)];
    case "call":
      return isContextRead(node) ? node.arguments.slice(1) : node.arguments;
    case "template":
      return node.parts.filter((part) => typeof part !== "string");
  }
}
