import { useEffect, useState } from 'react';
import { checkMachineClock } from '#shared/application/machine-clocks.ts';
import { compareReadings, parsePlusMinus, readClock } from '#shared/domain/clock-reading.ts';
import { entryTimeAt, toUtcText } from '#shared/domain/time/entry-time.ts';
import { formatDuration } from '#shared/domain/time/format-time.ts';
import { clockMessages as m } from '#shared/i18n/clock-messages.ts';
import { readingMessages, wordStanding } from '#shared/i18n/word-clock.ts';
import { newOperationId } from '../../data/operation-id.ts';
import { useSession } from '../../data/session-context.tsx';
import { appendErrorText } from '../../records/append-error-text.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import styles from './clocks-dialog.module.css';

/** Holds this machine's clock against what a better one shows at the moment of Enter. */
export function CheckForm() {
  const say = useSay();
  const language = useLanguage();
  const session = useSession();
  const { incidentZone: zone, announce } = useWorkspace();
  const [reference, setReference] = useState('');
  const [showed, setShowed] = useState('');
  const [width, setWidth] = useState('');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState<string>();
  const now = useSecond();
  const ownWidth = parsePlusMinus(width);

  /** How this machine would stand if the reference showed the typed time at an instant. */
  const standAt = (nowMs: number) => {
    const read = readClock(showed, 'reference', nowMs, zone);
    if (!read.ok) return read;
    const utc = toUtcText(nowMs, 'millisecond');
    const machine = { ...entryTimeAt(nowMs, zone), utc, precision: 'millisecond' as const };
    const { aheadMs, plusMinusMs } = compareReadings(machine, read.value);
    const widthMs = width.trim() === '' ? plusMinusMs : (ownWidth ?? 0);
    return { ok: true as const, value: { aheadMs, plusMinusMs: widthMs, ownWidthMs: plusMinusMs } };
  };
  const shown = standAt(now);
  const save = async () => {
    // Before anything takes time: the reference shows it at this moment.
    const stands = standAt(Date.now());
    setTried(true);
    setFailure(undefined);
    if (!stands.ok || ownWidth === undefined || reference.trim() === '') return;
    const { aheadMs, plusMinusMs } = stands.value;
    const writing = { journal: session, newId: newOperationId };
    const saved = await checkMachineClock(writing, { reference, aheadMs, plusMinusMs, note });
    if (!saved.ok) {
      const { error } = saved;
      setFailure(
        error.kind === 'reference-missing'
          ? say(m.referenceMissing)
          : appendErrorText(language, error),
      );
      return;
    }
    announce(say(m.checked, { standing: wordStanding(stands.value, language) }));
    setShowed('');
    setNote('');
    setTried(false);
  };
  const isWrong = !shown.ok && (tried || showed.trim() !== '');
  return (
    <section aria-label={say(m.check)} className={styles['form']}>
      <h3>{say(m.check)}</h3>
      {failure !== undefined && <Banner tone="danger">{failure}</Banner>}
      <div className={styles['pair']}>
        <Field
          label={say(m.checkReference)}
          placeholder={say(m.checkReferencePlaceholder)}
          value={reference}
          maxLength={200}
          onChange={setReference}
          onEnter={() => void save()}
          problem={tried && reference.trim() === '' ? say(m.referenceMissing) : undefined}
        />
        <Field
          label={say(m.checkShowed)}
          mono
          placeholder="14:05:30"
          value={showed}
          maxLength={100}
          onChange={setShowed}
          onEnter={() => void save()}
          hint={say(m.checkShowedHint)}
          problem={isWrong && !shown.ok ? say(readingMessages[shown.error.kind]) : undefined}
        />
        <Field
          label={say(m.width)}
          mono
          value={width}
          maxLength={100}
          onChange={setWidth}
          onEnter={() => void save()}
          hint={
            shown.ok && shown.value.ownWidthMs > 0
              ? say(m.widthHint, { width: formatDuration(shown.value.ownWidthMs, language) })
              : say(m.widthHintNone)
          }
          problem={ownWidth === undefined ? say(m.badWidth) : undefined}
        />
        <Field
          label={say(m.checkNote)}
          value={note}
          maxLength={2_000}
          onChange={setNote}
          onEnter={() => void save()}
        />
      </div>
      <p className={styles['sentence']}>
        {shown.ok && say(m.checkWould, { standing: wordStanding(shown.value, language) })}
      </p>
      <div className={styles['buttons']}>
        <Button look="primary" onClick={() => void save()}>
          {say(m.checkSave)}
        </Button>
      </div>
    </section>
  );
}

/** The present second. */
function useSecond(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setTimeout(() => setNow(Date.now()), 1_000 - (Date.now() % 1_000));
    return () => clearTimeout(timer);
  }, [now]);
  return now;
}
