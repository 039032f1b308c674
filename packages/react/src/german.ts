export { germanMessages } from "./messages/germanMessages.ts";
