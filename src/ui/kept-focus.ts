import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Keeps the keyboard in the pane when the button that had the focus disappears with its card:
 * the focus then goes to `fallback`. It is never taken from Outlook or from another element.
 */
export function useKeptFocus(root: RefObject<HTMLElement | null>, fallback: RefObject<HTMLElement | null>): void {
  const last = useRef<Element | null>(null);

  useLayoutEffect(() => {
    const element = root.current;
    if (!element) return undefined;
    const remember = (event: FocusEvent): void => {
      last.current = event.target instanceof Element ? event.target : null;
    };
    element.addEventListener('focusin', remember);
    return () => element.removeEventListener('focusin', remember);
  }, [root]);

  useLayoutEffect(() => {
    const lost = last.current;
    if (!lost || lost.isConnected) return undefined;
    last.current = null;
    // Others may be about to place the focus in this very moment; they come first.
    const timer = setTimeout(() => {
      const { activeElement } = document;
      if (document.hasFocus() && (activeElement === null || activeElement === document.body)) fallback.current?.focus();
    }, 0);
    return () => clearTimeout(timer);
  });
}
