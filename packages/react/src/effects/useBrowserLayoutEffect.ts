import { useEffect, useLayoutEffect } from "react";

/** `useLayoutEffect` in a browser; on a server nothing, and no warning of React 18 about that. */
export const useBrowserLayoutEffect = typeof document === "undefined" ? useEffect : useLayoutEffect;
