export {
  createOtlpTransport,
  type OtlpTransportOptions,
} from "./transport/otlp/createOtlpTransport.ts";
