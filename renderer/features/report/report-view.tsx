import { useEffect, useMemo, useState } from 'react';
import type { ReportLanguage } from '#shared/application/notebook-report.ts';
import { reportViewMessages as m } from '#shared/i18n/report-view-messages.ts';
import type { ReportTemplate } from '#shared/report/report-template.ts';
import { wholeReport } from '#shared/report/sharing-choices.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { useSession } from '../../data/session-context.tsx';
import { useTimeline } from '../../data/use-records.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import { PaperSheet } from './paper-sheet.tsx';
import { keepChoices, readChoices, type ReportChoices } from './report-choices.ts';
import { ReleaseDialog } from './release-dialog.tsx';
import { shapeAsked } from './shape-asked.ts';
import { ShapeDialog } from './shape-dialog.tsx';
import { useReportShapes } from './use-report-shapes.ts';
import { ReportJump, ReportOutline } from './report-outline.tsx';
import { ReportSharing } from './report-sharing.tsx';
import { ReportToolbar } from './report-toolbar.tsx';
import styles from './report-view.module.css';
import { usePaperScroll } from './use-paper-scroll.ts';
import { useReportPaper } from './use-report-paper.ts';

type ReportViewProps = {
  readonly desktop: Desktop;
  /** Opens the review room. */
  readonly onReview: () => void;
  /** Opens the change of shift. */
  readonly onHandover: () => void;
};

/** The report: outline left, the true paper right, written where it is read. */
export function ReportView(props: ReportViewProps) {
  const say = useSay();
  const { shapes, keep } = useReportShapes(props.desktop);
  const [shaping, setShaping] = useState(false);
  useEffect(() => {
    const open = () => setShaping(true);
    shapeAsked.addEventListener('shape', open);
    return () => shapeAsked.removeEventListener('shape', open);
  }, []);
  // The paper is put together once, in the shape that somebody chose.
  if (shapes === undefined)
    return (
      <p role="status" className={styles['message']}>
        {say(m.writing)}
      </p>
    );
  return <ShapedReport {...props} {...{ shapes, keep, shaping, setShaping }} />;
}

type ShapedReportProps = ReportViewProps & {
  readonly shapes: readonly ReportTemplate[];
  readonly keep: (shapes: readonly ReportTemplate[]) => void;
  readonly shaping: boolean;
  readonly setShaping: (open: boolean) => void;
};

function ShapedReport(props: ShapedReportProps) {
  const { desktop, onReview, onHandover, shapes, keep, shaping, setShaping } = props;
  const say = useSay();
  const session = useSession();
  const shownLanguage = useLanguage();
  const { incidentZone } = useWorkspace();
  const [choices, setChoices] = useState(() => readChoices(session));
  const language: ReportLanguage = choices.language ?? shownLanguage;
  const zone = choices.zone ?? incidentZone;
  const wanted = choices.sharing ?? wholeReport;
  const shape = shapes.find(({ audience }) => audience === wanted.audience);
  const sharing = useMemo(
    () => (shape === undefined ? wanted : { ...wanted, template: shape }),
    [wanted, shape],
  );
  const choose = (news: Omit<ReportChoices, 'scrollTop'>) => {
    keepChoices(session, news);
    setChoices((before) => ({ ...before, ...news }));
  };
  const { paper, problem, busy, retry } = useReportPaper({ language, zone, sharing });
  const { scroller, requests, current, goTo } = usePaperScroll(paper);
  const length = useTimeline().length;
  const [versionsOpen, setVersionsOpen] = useState(false);

  return (
    <div className={styles['view']}>
      <h2 className="visually-hidden">{say(m.title)}</h2>
      <ReportToolbar
        desktop={desktop}
        language={language}
        zone={zone}
        sharing={sharing}
        onLanguage={(news) => choose({ language: news })}
        onZone={(news) => choose({ zone: news })}
        jump={paper && <ReportJump document={paper.document} current={current} goTo={goTo} />}
      />
      {shaping && (
        <ShapeDialog
          desktop={desktop}
          audience={wanted.audience}
          shape={shape}
          onClose={(news, audience) => {
            const others = shapes.filter((each) => each.audience !== audience);
            keep(news === undefined ? others : [...others, news]);
            if (audience !== wanted.audience) choose({ sharing: { ...wanted, audience } });
            setShaping(false);
          }}
        />
      )}
      {versionsOpen && (
        <ReleaseDialog
          desktop={desktop}
          language={language}
          zone={zone}
          sharing={sharing}
          onClose={() => setVersionsOpen(false)}
        />
      )}
      <ReportSharing
        sharing={wanted}
        onSharing={(news) => choose({ sharing: news })}
        shapeName={shape?.name}
        onShape={() => setShaping(true)}
        redaction={paper?.redaction}
        onVersions={() => setVersionsOpen(true)}
        onReview={onReview}
        onHandover={onHandover}
      />
      <div className={styles['middle']}>
        {paper && <ReportOutline document={paper.document} current={current} goTo={goTo} />}
        <div className={styles['ground']} ref={scroller} tabIndex={-1} aria-busy={busy}>
          {problem !== undefined && (
            <div role="alert" className={styles['message']}>
              <p>{say(m.notWritten, { detail: problem })}</p>
              <Button onClick={retry}>{say(m.tryAgain)}</Button>
            </div>
          )}
          {paper === undefined && problem === undefined && (
            <p role="status" className={styles['message']}>
              {say(m.writing)}
            </p>
          )}
          {paper && (
            <PaperSheet
              paper={paper}
              scroller={scroller}
              requests={requests}
              length={length}
              goTo={goTo}
            />
          )}
        </div>
      </div>
    </div>
  );
}
