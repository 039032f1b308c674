import { buildSchema } from "graphql";

/** The part of Sourcegraph's API by which its clients log: `logEvents` of older ones, `telemetry.recordEvents` of newer. */
export const mutationSchema = buildSchema(`
  scalar JSONValue
  scalar DateTime
  type Query { productVersion: String! }
  type EmptyResponse { alwaysNil: String }
  enum EventSource { WEB CODEHOSTINTEGRATION BACKEND STATICWEB }
  input Event {
    event: String!
    userCookieID: String!
    url: String!
    source: EventSource!
    cohortID: String
    firstSourceURL: String
    lastSourceURL: String
    referrer: String
    originalReferrer: String
    sessionReferrer: String
    sessionFirstURL: String
    deviceSessionID: String
    client: String
    connectedSiteID: String
    hashedLicenseKey: String
    argument: String
    publicArgument: String
    deviceID: String
    eventID: Int
    insertID: String
  }
  input TelemetryEventSourceInput { client: String! clientVersion: String }
  input TelemetryEventMetadataInput { key: String! value: JSONValue! }
  input TelemetryEventBillingMetadataInput { product: String! category: String! }
  input TelemetryEventParametersInput {
    version: Int!
    interactionID: String
    metadata: [TelemetryEventMetadataInput!]
    privateMetadata: JSONValue
    billingMetadata: TelemetryEventBillingMetadataInput
  }
  input TelemetryEventMarketingTrackingInput {
    url: String
    firstSourceURL: String
    cohortID: String
    referrer: String
    lastSourceURL: String
    deviceSessionID: String
    sessionReferrer: String
    sessionFirstURL: String
  }
  input TelemetryEventInput {
    timestamp: DateTime
    feature: String!
    action: String!
    source: TelemetryEventSourceInput!
    parameters: TelemetryEventParametersInput!
    marketingTracking: TelemetryEventMarketingTrackingInput
  }
  type TelemetryMutation { recordEvents(events: [TelemetryEventInput!]!): EmptyResponse }
  type Mutation {
    logEvent(
      event: String!
      userCookieID: String!
      url: String!
      source: EventSource!
      argument: String
      publicArgument: String
      insertID: String
    ): EmptyResponse
    logEvents(events: [Event!]): EmptyResponse
    telemetry: TelemetryMutation!
  }
`);
