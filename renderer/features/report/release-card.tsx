import { useState } from 'react';
import {
  isApprovedByWriterOnly,
  releaseState,
  type StandingRelease,
  standingVerdicts,
} from '#shared/application/releases.ts';
import { formatInstant } from '#shared/domain/time/format-time.ts';
import { audienceMessages } from '#shared/i18n/report-audience-messages.ts';
import { releaseStateMessages } from '#shared/i18n/release-messages.ts';
import { releaseViewMessages as m } from '#shared/i18n/release-view-messages.ts';
import { verdictMessages } from '#shared/i18n/report-review-messages.ts';
import { reportViewMessages as view } from '#shared/i18n/report-view-messages.ts';
import type { Message } from '#shared/i18n/messages.ts';
import { wordWritten } from '#shared/i18n/word-pdf.ts';
import type { IpcRequest } from '#shared/ipc/contract.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { useHeads, useRecords } from '../../data/use-records.ts';
import { documentErrorText } from '../../records/document-error-text.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { HashText } from '../../ui/hash-text.tsx';
import type { ReleaseNews } from './release-news.ts';
import styles from './release-dialog.module.css';
import { VerdictForm, WithdrawalForm } from './release-forms.tsx';

type Format = IpcRequest<'release:publish'>['format'];
const formats: readonly { readonly format: Format; readonly label: Message }[] = [
  { format: 'pdf', label: view.exportPdf },
  { format: 'docx', label: view.exportDocx },
  { format: 'html', label: view.exportHtml },
  { format: 'md', label: view.exportMarkdown },
  { format: 'json', label: view.exportJson },
];

type ReleaseCardProps = {
  readonly release: StandingRelease;
  readonly desktop: Desktop;
  readonly onNews: (news: ReleaseNews) => void;
};

/** One version: what it is of, what reviewers said, its frozen files, and what can be done now. */
export function ReleaseCard({ release, desktop, onNews }: ReleaseCardProps) {
  const say = useSay();
  const language = useLanguage();
  const { zone, canWrite } = useWorkspace();
  const [busy, setBusy] = useState(false);
  const { submission, origin, withdrawals } = release;
  const { no } = submission;
  const state = releaseState(release);
  const moment = (ms: number) =>
    formatInstant(ms, { zone, locale: language, style: 'short' }, 'minute');
  const audience = Object.entries(audienceMessages).find(([id]) => id === submission.audience)?.[1];

  const publish = async (format: Format) => {
    if (busy) return;
    setBusy(true);
    onNews({ tone: 'note', text: say(m.releasing) });
    const reply = await desktop['release:publish']({ release: release.id, format });
    setBusy(false);
    if (reply.ok) onNews({ tone: 'note', text: say(m.released, reply.value) });
    else tellProblem(documentErrorText(language, reply.error, no));
  };
  const writeFile = async (format: Format) => {
    const reply = await desktop['release:file']({ release: release.id, format });
    if (reply.ok) {
      const text = say(m.written, { place: reply.value.place });
      onNews({ tone: 'note', text: wordWritten(text, reply.value, language) });
    } else tellProblem(documentErrorText(language, reply.error, no));
  };
  const tellProblem = (text: string | undefined) => {
    if (text !== undefined) onNews({ tone: 'danger', text });
  };
  const left = formats.filter(({ format }) => !release.files.some((one) => one.format === format));
  return (
    <section className={styles['card']} aria-label={no}>
      <h3>
        {no} <Chip>{say(releaseStateMessages[state])}</Chip>
      </h3>
      <p>
        {audience === undefined ? submission.audience : say(audience)} · {submission.language} ·{' '}
        {say(m.submittedBy, { by: visibleText(origin.by), time: moment(origin.wall) })}
        <LinesSince release={release} />
      </p>
      {submission.changes !== '' && <blockquote>{visibleText(submission.changes)}</blockquote>}
      {state === 'approved' && isApprovedByWriterOnly(release) && (
        <p className={styles['warning']}>{say(m.approvedByWriter)}</p>
      )}
      <ul className={styles['verdicts']}>
        {standingVerdicts(release).map(({ op, by, role, verdict, text, wall }) => (
          <li key={op}>
            <b>{visibleText(role === '' ? by : `${by} (${role})`)}</b>{' '}
            {say(verdictMessages[verdict])}, {moment(wall)}
            {text !== '' && <span className={styles['comment']}>{visibleText(text)}</span>}
          </li>
        ))}
      </ul>
      <FrozenFiles release={release} onCopy={(format) => void writeFile(format)} />
      {withdrawals.map(({ op, reason }) => (
        <p key={op} className={styles['warning']}>
          {say(m.withdrawnBecause, { reason: visibleText(reason) })}
        </p>
      ))}
      {canWrite && (state === 'review' || state === 'approved') && (
        <VerdictForm release={release} onNews={onNews} />
      )}
      <div className={styles['buttons']}>
        {(state === 'review' || state === 'approved') && (
          <Button onClick={() => void writeFile('pdf')}>{say(m.fileFor)}</Button>
        )}
        {canWrite &&
          (state === 'approved' || state === 'released') &&
          left.map(({ format, label }) => (
            <Button
              key={format}
              look={state === 'approved' ? 'primary' : 'plain'}
              aria-disabled={busy || undefined}
              onClick={() => void publish(format)}
            >
              {say(m.releaseName, { no, format: say(label) })}
            </Button>
          ))}
      </div>
      {canWrite && state !== 'withdrawn' && <WithdrawalForm release={release} onNews={onNews} />}
    </section>
  );
}

/** How much the notebook went on after the version was made. */
function LinesSince({ release }: { readonly release: StandingRelease }) {
  const say = useSay();
  const heads = useHeads();
  const then = release.submission.heads;
  const n = Object.entries(heads).reduce(
    (sum, [feed, { seq }]) => sum + Math.max(0, seq - (then[feed]?.[0] ?? -1)),
    // The line that submitted it says nothing new.
    -1,
  );
  return n > 0 ? <> · {say(m.newer, { n })}</> : null;
}

function FrozenFiles({
  release,
  onCopy,
}: {
  readonly release: StandingRelease;
  readonly onCopy: (format: Format) => void;
}) {
  const say = useSay();
  const evidence = useRecords('evidence');
  const { no } = release.submission;
  return (
    <ul className={styles['files']}>
      {release.files.map((file) => {
        const known = formats.find(({ format }) => format === file.format);
        const format = known === undefined ? file.format : say(known.label);
        const item = evidence.find(({ id }) => id === file.evidence)?.item;
        return (
          <li key={file.op}>
            <span>{say(m.frozen, { format, evidence: item?.no ?? '?' })}</span>{' '}
            <HashText value={file.sha256} />
            {known !== undefined && (
              <Button
                look="quiet"
                aria-label={say(m.copyOut, { no, format })}
                onClick={() => onCopy(known.format)}
              >
                {say(m.copyShort)}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
