import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useSession } from '../../data/session-context.tsx';
import type { PaperPlace } from './paper-place.ts';
import { keepChoices, readChoices } from './report-choices.ts';
import type { ReportPaper } from './use-report-paper.ts';

/** Height of the marking that stays at the head of the paper, and some air. */
const headPx = 72;

/** Where the paper is scrolled to, which section that is, and the way to another. */
export function usePaperScroll(paper: ReportPaper | undefined) {
  const session = useSession();
  const scroller = useRef<HTMLDivElement>(null);
  const [requests] = useState<PaperPlace['requests']>(() => new Set());
  const [current, setCurrent] = useState<string>();
  const sections = useRef<ReportPaper['sections']>([]);
  useEffect(() => {
    sections.current = paper?.sections ?? [];
  }, [paper]);
  const isDrawn = paper !== undefined;

  useLayoutEffect(() => {
    if (isDrawn && scroller.current)
      scroller.current.scrollTop = readChoices(session).scrollTop ?? 0;
  }, [isDrawn, session]);
  useEffect(() => {
    const element = scroller.current;
    if (!isDrawn || element === null) return;
    let frame = 0;
    const read = () => {
      frame = 0;
      keepChoices(session, { scrollTop: element.scrollTop });
      setCurrent(sectionInSight(element, sections.current));
    };
    const scrolled = () => {
      if (frame === 0) frame = requestAnimationFrame(read);
    };
    read();
    element.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      element.removeEventListener('scroll', scrolled);
      cancelAnimationFrame(frame);
    };
  }, [isDrawn, session]);

  const goTo = useCallback(
    (anchor: string) => {
      for (const request of requests) request(anchor);
      const target = scroller.current?.querySelector<HTMLElement>(`#${CSS.escape(anchor)}`);
      if (!target) return;
      target.scrollIntoView({ block: 'start' });
      // The keyboard goes on from there, and a screen reader reads it.
      if (target.tabIndex < 0) target.tabIndex = -1;
      target.focus({ preventScroll: true });
    },
    [requests],
  );
  return { scroller, requests, current, goTo };
}

function sectionInSight(
  scroller: HTMLElement,
  sections: ReportPaper['sections'],
): string | undefined {
  const { scrollTop, scrollHeight, clientHeight } = scroller;
  if (scrollTop > 0 && scrollTop + clientHeight >= scrollHeight - 2) return sections.at(-1)?.id;
  const top = scroller.getBoundingClientRect().top + headPx;
  let found = sections[0]?.id;
  for (const { id } of sections) {
    const element = scroller.querySelector(`#${CSS.escape(id)}`);
    if (element === null || element.getBoundingClientRect().top > top) break;
    found = id;
  }
  return found;
}
