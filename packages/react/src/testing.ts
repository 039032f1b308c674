export {
  describeActionConformance,
  type ActionConformanceOptions,
  type ConformanceTools,
  type WrapElement,
} from "./testing/describeActionConformance.tsx";
