import { Button as AriakitButton } from "@ariakit/react/button";
import { Tooltip as AriakitTooltip, TooltipAnchor, TooltipProvider } from "@ariakit/react/tooltip";
import { Button as BaseButton } from "@base-ui/react/button";
import { Tooltip } from "@base-ui/react/tooltip";
import { MantineProvider, Tooltip as MantineTooltip, UnstyledButton } from "@mantine/core";
import {
  Button as AriaButton,
  Tooltip as AriaTooltip,
  TooltipTrigger,
} from "react-aria-components";
import { Fragment, type ComponentType, type ReactElement, type ReactNode } from "react";
import { buttonTitles, run } from "./buttonTitles.ts";
import type { Variant } from "./Variant.ts";

function each(
  title: string,
  render: (name: string, label: ReactNode) => ReactElement,
  Around: ComponentType<{ readonly children: ReactNode }> = Fragment,
): Variant {
  return {
    title,
    render: (count) => (
      <Around>
        {buttonTitles(count).map((name) =>
          render(name, <span className="at-item-label">{name}</span>),
        )}
      </Around>
    ),
  };
}

/** The buttons of headless libraries, with the same class and content. */
export const peers: Readonly<Record<string, Variant>> = {
  baseButton: each("Base UI `Button`", (name, label) => (
    <BaseButton key={name} className="at-item" data-variant="default" onClick={run}>
      {label}
    </BaseButton>
  )),
  ariakitButton: each("Ariakit `Button`", (name, label) => (
    <AriakitButton key={name} className="at-item" data-variant="default" onClick={run}>
      {label}
    </AriakitButton>
  )),
  ariaButton: each("React Aria `Button`", (name, label) => (
    <AriaButton key={name} className="at-item" data-variant="default" onPress={run}>
      {label}
    </AriaButton>
  )),
  mantineButton: each(
    "Mantine `UnstyledButton`",
    (name, label) => (
      <UnstyledButton key={name} className="at-item" data-variant="default" onClick={run}>
        {label}
      </UnstyledButton>
    ),
    MantineProvider,
  ),
  baseTooltip: each("Base UI `Tooltip` on each", (name, label) => (
    <Tooltip.Root key={name}>
      <Tooltip.Trigger className="at-item" data-variant="default" onClick={run}>
        {label}
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Positioner>
          <Tooltip.Popup>What it does</Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  )),
  ariakitTooltip: each("Ariakit `Tooltip` on each", (name, label) => (
    <TooltipProvider key={name}>
      <TooltipAnchor
        render={<AriakitButton className="at-item" data-variant="default" onClick={run} />}
      >
        {label}
      </TooltipAnchor>
      <AriakitTooltip>What it does</AriakitTooltip>
    </TooltipProvider>
  )),
  mantineTooltip: each(
    "Mantine `Tooltip` on each",
    (name, label) => (
      <MantineTooltip key={name} label="What it does">
        <UnstyledButton className="at-item" data-variant="default" onClick={run}>
          {label}
        </UnstyledButton>
      </MantineTooltip>
    ),
    MantineProvider,
  ),
  ariaTooltip: each("React Aria `Tooltip` on each", (name, label) => (
    <TooltipTrigger key={name}>
      <AriaButton className="at-item" data-variant="default" onPress={run}>
        {label}
      </AriaButton>
      <AriaTooltip>What it does</AriaTooltip>
    </TooltipTrigger>
  )),
};
