/** The only user of the servers that tests start. */
export const clickHouseUser = "telemetry";

/** Their password: one that must be encoded in an address. */
export const clickHousePassword = "correct/horse:battery";
