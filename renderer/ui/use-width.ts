import { useCallback, useState } from 'react';

/** A ref for an element, and its width in whole px; 0 until it is laid out. */
export function useWidth() {
  const [width, setWidth] = useState(0);
  const element = useCallback((found: HTMLDivElement | null) => {
    if (found === null) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    observer.observe(found);
    return () => observer.disconnect();
  }, []);
  return [element, Math.floor(width)] as const;
}
