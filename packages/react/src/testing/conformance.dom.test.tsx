import { describe, expect, it } from "vitest";
import { ActionItem } from "../action-item/ActionItem.tsx";
import { describeActionConformance } from "./describeActionConformance.tsx";

describeActionConformance("<ActionItem /> without a browser", {
  describe,
  it,
  expect,
  render: (action, wrap) => wrap(<ActionItem action={action} />),
});
