import { useContext } from "react";
import { ActionsContext } from "../actions-provider/ActionsContext.ts";
import { defaultMessages } from "./defaultMessages.ts";
import type { Messages } from "./Messages.ts";

/** The texts of the nearest `ActionsProvider`, or the English ones: for components that run no actions. */
export function useMessages(): Messages {
  return useContext(ActionsContext)?.messages ?? defaultMessages;
}
