import type { ActionRegistry } from "@action-telemetry/actions";
import { ActionsProvider } from "@action-telemetry/react";
import { useState, type ReactNode } from "react";
import { createExampleRegistry } from "./createExampleRegistry.ts";

/** The least an application needs around its components: a registry, below the story's recorder. */
export function Application(props: ApplicationProps) {
  const [registry] = useState(props.registry ?? createExampleRegistry);
  return <ActionsProvider registry={registry}>{props.children}</ActionsProvider>;
}

interface ApplicationProps {
  /** Makes the registry. @default that of the examples */
  readonly registry?: () => ActionRegistry;
  readonly children: ReactNode;
}
