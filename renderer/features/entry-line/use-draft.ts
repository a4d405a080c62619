import { useCallback, useEffect, useRef } from 'react';
import type { Desktop } from '../../data/desktop-bridge.ts';

const quietMs = 250;
/** As long as an entry may be; more than that cannot be saved from the line either. */
const longestDraft = 200_000;

/** Keeps what stands in the line on the disk, a moment after the last key, and at once when it is left. */
export function useDraft(
  desktop: Desktop,
  notebook: string,
  text: string,
  onRestored: (text: string) => void,
): { readonly flush: () => void } {
  const latest = useRef(text);
  /** What the disk holds; undefined until the draft has been read, so that nothing overwrites it before. */
  const stored = useRef<string>(undefined);
  const restored = useRef(onRestored);

  const flush = useCallback(() => {
    if (stored.current === undefined || stored.current === latest.current) return;
    stored.current = latest.current;
    void desktop['draft:save']({ notebook, text: latest.current.slice(0, longestDraft) });
  }, [desktop, notebook]);

  useEffect(() => {
    let current = true;
    void desktop['draft:read']({ notebook }).then((reply) => {
      if (!current) return;
      stored.current = reply.ok ? reply.value.text : '';
      // What was typed while the draft was read is newer.
      if (stored.current !== '' && latest.current === '') restored.current(stored.current);
    });
    return () => {
      current = false;
    };
  }, [desktop, notebook]);

  useEffect(() => {
    latest.current = text;
    const timer = setTimeout(flush, quietMs);
    return () => clearTimeout(timer);
  }, [text, flush]);

  useEffect(() => {
    window.addEventListener('blur', flush);
    window.addEventListener('pagehide', flush);
    return () => {
      flush();
      window.removeEventListener('blur', flush);
      window.removeEventListener('pagehide', flush);
    };
  }, [flush]);
  return { flush };
}
