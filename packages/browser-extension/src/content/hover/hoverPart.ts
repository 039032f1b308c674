export { default as styles } from "@action-telemetry/react/hover.css?inline";
export { HoverLayer } from "./HoverLayer.tsx";
