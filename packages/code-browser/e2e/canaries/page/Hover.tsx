import { HoverOverlay, type PopupAnchor } from "@action-telemetry/react";
import { Markdown } from "@action-telemetry/react/markdown";
import type { ReactElement } from "react";
import { secretOf } from "../../../../../scripts/canaries/secrets/secretOf.ts";
import { witness } from "./witness.ts";

/** A hover that shows something, and one that could not be had. */
export function Hover(): ReactElement {
  return (
    <>
      <HoverOverlay
        token={token}
        label={secretOf("word that is pointed at")}
        anchor={below}
        state={{ kind: "ready", content: <Markdown text={markdown} /> }}
        isPinned
      />
      <HoverOverlay
        token="failed"
        label="Failed"
        anchor={beside}
        menu="panel/toolbar"
        state={{ kind: "failed", message: secretOf("message of a hover that failed") }}
        isPinned
      />
    </>
  );
}

// Where they cover nothing.
const below: PopupAnchor = { getBoundingClientRect: () => new DOMRect(900, 300, 40, 20) };
const beside: PopupAnchor = { getBoundingClientRect: () => new DOMRect(20, 700, 40, 20) };

const token = secretOf("token of a hover");
const markdown = [
  secretOf("content of a hover"),
  `![${secretOf("description of a picture in a hover")}](http://pictures.example/${secretOf("address of a picture in a hover", "-")}.png)`,
  `[Link](http://links.example/${secretOf("address of a link in a hover", "-")})`,
].join("\n\n");
witness(token, markdown);
