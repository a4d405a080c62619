import { useState } from 'react';
import { acceptHandover, lastHandover } from '#shared/application/handovers.ts';
import { parseTime } from '#shared/domain/time/parse-time.ts';
import { formatInstant } from '#shared/domain/time/format-time.ts';
import { handoverMessages as m } from '#shared/i18n/handover-messages.ts';
import { reportViewMessages } from '#shared/i18n/report-view-messages.ts';
import { wordWritten } from '#shared/i18n/word-pdf.ts';
import type { IpcRequest } from '#shared/ipc/contract.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { newOperationId } from '../../data/operation-id.ts';
import { useSession } from '../../data/session-context.tsx';
import { useHeads, useRecords } from '../../data/use-records.ts';
import { appendErrorText } from '../../records/append-error-text.ts';
import { documentErrorText } from '../../records/document-error-text.ts';
import { dueText } from '../../records/due-time.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import styles from './handover-dialog.module.css';
import { briefText, useBrief } from './use-brief.ts';

type HandoverDialogProps = { readonly desktop: Desktop; readonly onClose: () => void };

/** A shift, where nobody said since when. */
const shiftMs = 8 * 3_600_000;

const formats = [
  { format: 'pdf', label: reportViewMessages.exportPdf },
  { format: 'docx', label: reportViewMessages.exportDocx },
  { format: 'html', label: reportViewMessages.exportHtml },
] as const;

/** What is new and what waits, for whoever takes over, and their word that they did. */
export function HandoverDialog({ desktop, onClose }: HandoverDialogProps) {
  const say = useSay();
  const language = useLanguage();
  const { incidentZone, zone, canWrite, announce } = useWorkspace();
  const last = lastHandover(useRecords('handovers'));
  const [since, setSince] = useState(() =>
    dueText(new Date(last?.origin.wall ?? Date.now() - shiftMs).toISOString(), incidentZone),
  );
  const [nowMs] = useState(() => Date.now());
  const [news, setNews] = useState<{ readonly tone: 'note' | 'danger'; readonly text: string }>();
  const time = parseTime(since.trim(), { nowMs, zone: incidentZone });
  const sinceMs = time.ok && time.value.utc !== null ? Date.parse(time.value.utc) : undefined;
  const { brief, problem } = useBrief(sinceMs);

  const write = async (format: IpcRequest<'document:export'>['format']) => {
    if (sinceMs === undefined) return;
    const reply = await desktop['document:export']({
      document: { kind: 'handover', sinceMs },
      format,
      language,
      zone,
    });
    if (reply.ok) {
      const written = say(m.written, { place: reply.value.place });
      return setNews({ tone: 'note', text: wordWritten(written, reply.value, language) });
    }
    const text = documentErrorText(language, reply.error);
    return text === undefined ? undefined : setNews({ tone: 'danger', text });
  };
  return (
    <Dialog title={say(m.title)} closeName={say(m.close)} onClose={onClose} width="wide">
      <div className={styles['sheet']}>
        {news !== undefined && <Banner tone={news.tone}>{news.text}</Banner>}
        {last !== undefined && (
          <p className={styles['quiet']}>
            {say(m.last, {
              by: visibleText(last.origin.by),
              from: visibleText(last.handover.from) || say(m.unnamed),
              time: formatInstant(
                last.origin.wall,
                { zone, locale: language, style: 'short' },
                'minute',
              ),
            })}
          </p>
        )}
        <div className={styles['head']}>
          <Field
            label={say(m.since)}
            value={since}
            onChange={setSince}
            hint={say(m.sinceHint)}
            problem={sinceMs === undefined ? say(m.sinceUnreadable) : undefined}
            maxLength={100}
            autoFocus
          />
          <div className={styles['buttons']}>
            {brief !== undefined && (
              <CopyButton
                name={say(m.copy)}
                text={briefText(brief)}
                onCopied={(taken) =>
                  announce(say(taken ? m.copied : m.notCopied), taken ? 'good' : 'danger')
                }
              />
            )}
            {formats.map(({ format, label }) => (
              <Button key={format} onClick={() => void write(format)}>
                {say(m.page, { format: say(label) })}
              </Button>
            ))}
          </div>
        </div>
        {problem !== undefined && (
          <Banner tone="danger">{say(m.failed, { detail: problem })}</Banner>
        )}
        {brief === undefined ? (
          <p role="status">{say(m.preparing)}</p>
        ) : (
          <div className={styles['digest']}>
            {brief.head.map((line) => (
              <p key={line}>{line}</p>
            ))}
            {brief.parts.map(({ title, lines }) => (
              <section key={title}>
                <h3>{title}</h3>
                <ul>
                  {lines.map((line, index) => (
                    // Two lines may say the same.
                    <li key={`${index} ${line}`}>{line}</li>
                  ))}
                </ul>
              </section>
            ))}
          </div>
        )}
        {canWrite && sinceMs !== undefined && (
          <Acceptance
            sinceMs={sinceMs}
            onDone={(text) => setNews({ tone: 'note', text })}
            onProblem={(text) => setNews({ tone: 'danger', text })}
          />
        )}
      </div>
    </Dialog>
  );
}

function Acceptance({
  sinceMs,
  onDone,
  onProblem,
}: {
  readonly sinceMs: number;
  readonly onDone: (text: string) => void;
  readonly onProblem: (text: string) => void;
}) {
  const say = useSay();
  const language = useLanguage();
  const session = useSession();
  const heads = useHeads();
  const [from, setFrom] = useState('');
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const accept = async () => {
    if (busy) return;
    setBusy(true);
    const read = Object.fromEntries(
      Object.entries(heads).map(([feed, { seq, hash }]) => [feed, [seq, hash] as const]),
    );
    const saved = await acceptHandover(
      { journal: session, newId: newOperationId },
      { sinceMs, from, note },
      read,
    );
    setBusy(false);
    if (saved.ok) onDone(say(m.accepted));
    else onProblem(appendErrorText(language, saved.error));
  };
  return (
    <section className={styles['accept']} aria-label={say(m.acceptTitle)}>
      <h3>{say(m.acceptTitle)}</h3>
      <p className={styles['quiet']}>{say(m.acceptLead)}</p>
      <div className={styles['row']}>
        <Field label={say(m.from)} value={from} onChange={setFrom} maxLength={200} />
        <Field label={say(m.note)} value={note} onChange={setNote} maxLength={2_000} />
      </div>
      <div className={styles['buttons']}>
        <Button look="primary" disabled={busy} onClick={() => void accept()}>
          {say(m.accept)}
        </Button>
      </div>
    </section>
  );
}
