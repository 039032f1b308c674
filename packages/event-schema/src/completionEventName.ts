/**
 * The name of the optional event that says how an execution ended. It is not the action's ID: whoever
 * counts events by name must not count an execution twice.
 */
export const completionEventName = "action.completed";
