import '#shared/report/paper-running.css';
import '#shared/report/paper.css';
import '#shared/report/paper-template.css';
import { type MouseEvent, type RefObject, useMemo } from 'react';
import { reportViewMessages as m } from '#shared/i18n/report-view-messages.ts';
import { sectionAnchor } from '#shared/report/anchors.ts';
import { runningFoot, runningHead } from '#shared/report/running.ts';
import { classNames } from '../../ui/class-names.ts';
import { useSay } from '../../records/language.tsx';
import { drawPaper } from './paper-element.tsx';
import { type PaperPlace, PaperPlaceContext } from './paper-place.ts';
import { PaperSection } from './paper-section.tsx';
import styles from './paper-sheet.module.css';
import type { ReportPaper } from './use-report-paper.ts';
import { WrittenSection } from './written-section.tsx';
import { fieldOfSection } from './written-sections.ts';

/** Above this many entries and items the paper is drawn as it comes into sight. */
const drawnAtOnce = 400;

type PaperSheetProps = {
  readonly paper: ReportPaper;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly requests: PaperPlace['requests'];
  /** Number of entries: how long the paper is. */
  readonly length: number;
  readonly goTo: (anchor: string) => void;
};

/** The paper itself: always light, the same tree that is exported. */
export function PaperSheet(props: PaperSheetProps) {
  const { paper, scroller, requests, length, goTo } = props;
  const say = useSay();
  const drawAll = length <= drawnAtOnce;
  const place = useMemo(() => ({ scroller, requests, drawAll }), [scroller, requests, drawAll]);
  const { document, sections } = paper;
  const titles = new Map(document.sections.map(({ id, title }) => [sectionAnchor(id), title]));
  const follow = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    if (link === null) return;
    event.preventDefault();
    goTo(link.getAttribute('href')?.slice(1) ?? '');
  };
  return (
    <PaperPlaceContext value={place}>
      <article
        className={classNames(
          'paper',
          document.typeface !== undefined && `paper-${document.typeface}`,
          styles['sheet'],
        )}
        lang={document.language}
        aria-label={say(m.paper)}
        onClick={follow}
      >
        <div className={styles['head']}>{drawPaper(runningHead(document.running))}</div>
        {sections.map(({ id, node }) => {
          const field = fieldOfSection.get(id);
          if (field === undefined) return <PaperSection key={id} node={node} />;
          return <WrittenSection key={id} node={node} field={field} title={titles.get(id) ?? ''} />;
        })}
        <div className={styles['foot']}>{drawPaper(runningFoot(document.running))}</div>
      </article>
    </PaperPlaceContext>
  );
}
