export { default as styles } from "@action-telemetry/react/palette.css?inline";
export { PaletteLayer } from "./PaletteLayer.tsx";
