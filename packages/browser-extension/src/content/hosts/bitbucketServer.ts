export { bitbucketServer as host } from "@action-telemetry/code-hosts";
export { bitbucketStyles as styles } from "./bitbucketStyles.ts";
