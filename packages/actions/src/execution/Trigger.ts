/** What a person (or a program) activated an action with. */
export type Trigger = "pointer" | "keyboard" | "api";
