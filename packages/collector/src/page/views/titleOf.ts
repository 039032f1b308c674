import type { View } from "../location/PageLocation.ts";

/** What a view is called. */
export function titleOf(view: View): string {
  switch (view.name) {
    case "overview":
      return "Analytics";
    case "action":
      return view.id;
    case "live":
      return "Live events";
    case "instance":
      return "Instance";
  }
}
