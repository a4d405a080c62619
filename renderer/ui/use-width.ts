import { useEffect, useRef, useState } from 'react';

/** A ref for an element, and its width in whole px; 0 until it is laid out. */
export function useWidth() {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const { current } = element;
    if (current === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    observer.observe(current);
    return () => observer.disconnect();
    // Another element may have taken its place.
  });
  return [element, Math.floor(width)] as const;
}
