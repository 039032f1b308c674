import type { MouseEvent, ReactNode } from "react";
import type { PageLocation } from "./PageLocation.ts";
import { useNavigation } from "./useNavigation.ts";
import { writeLocation } from "./writeLocation.ts";

/** A way to another place of the page. */
export interface LinkProps {
  /** What is different there. */
  readonly to: Partial<PageLocation>;
  readonly className?: string;
  readonly title?: string;
  readonly isCurrent?: boolean;
  readonly children: ReactNode;
}

/** A link that does not load the page anew; with a modifier or another button it does what links do. */
export function Link({ to, className, title, isCurrent, children }: LinkProps) {
  const { location, navigation } = useNavigation();
  const target = { ...location, ...to };
  const follow = (event: MouseEvent) => {
    const { button, altKey, ctrlKey, metaKey, shiftKey } = event;
    if (button !== 0 || altKey || ctrlKey || metaKey || shiftKey) return;
    event.preventDefault();
    navigation.go(target);
  };
  return (
    <a
      href={writeLocation(target)}
      className={className}
      title={title}
      aria-current={isCurrent === true ? "page" : undefined}
      onClick={follow}
    >
      {children}
    </a>
  );
}
