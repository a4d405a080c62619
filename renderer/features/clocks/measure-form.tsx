import { useId, useMemo, useState } from 'react';
import { measureSourceClock } from '#shared/application/sources.ts';
import type { SourceClock } from '#shared/domain/source.ts';
import { formatDuration } from '#shared/domain/time/format-time.ts';
import { clockMessages as m } from '#shared/i18n/clock-messages.ts';
import { wordStanding } from '#shared/i18n/word-clock.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { newOperationId } from '../../data/operation-id.ts';
import { useSession } from '../../data/session-context.tsx';
import { appendErrorText } from '../../records/append-error-text.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Field, Select } from '../../ui/field.tsx';
import styles from './clocks-dialog.module.css';
import { emptyMeasurement, type MeasurementField, readMeasurement } from './measurement.ts';
import { MovedSentence } from './moved-sentence.tsx';

type MeasureFormProps = {
  readonly source: string;
  readonly name: string;
  readonly current: SourceClock | undefined;
};

/** Measures a source's clock by two readings of one moment, or by an offset that is known already. */
export function MeasureForm({ source, name, current }: MeasureFormProps) {
  const say = useSay();
  const language = useLanguage();
  const session = useSession();
  const { incidentZone: zone, announce } = useWorkspace();
  const [draft, setDraft] = useState(emptyMeasurement);
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState<string>();
  const sentence = useId();
  const read = useMemo(() => readMeasurement(draft, { nowMs: Date.now(), zone }), [draft, zone]);

  const save = async () => {
    setTried(true);
    if (read.clock === undefined || read.missing.length > 0) return;
    const writing = { journal: session, newId: newOperationId };
    const saved = await measureSourceClock(writing, source, read.clock);
    if (!saved.ok) {
      const { error } = saved;
      setFailure(
        error.kind === 'how-missing' ? say(m.howMissing) : appendErrorText(language, error),
      );
      return;
    }
    announce(say(m.measured, { name, standing: wordStanding(read.clock, language) }));
    setDraft({ ...emptyMeasurement, way: draft.way });
    setTried(false);
    setFailure(undefined);
  };
  const missing: Partial<Record<MeasurementField, string>> = {
    how: say(m.howMissing),
    showed: say(m.badTime),
    reference: say(m.badTime),
    offset: say(m.badOffset),
  };
  const field = (id: MeasurementField) => {
    const problem = read.problems[id];
    const isMissing = tried && read.missing.includes(id);
    return {
      value: draft[id],
      onChange: (value: string) => setDraft((before) => ({ ...before, [id]: value })),
      onEnter: () => void save(),
      problem: problem === undefined ? (isMissing ? missing[id] : undefined) : say(problem),
      maxLength: id === 'how' ? 2_000 : 100,
    };
  };
  return (
    <section aria-label={say(m.measure)} className={styles['form']}>
      <h4>{say(m.measure)}</h4>
      {failure !== undefined && <Banner tone="danger">{failure}</Banner>}
      <Select
        label={say(m.way)}
        value={draft.way}
        onChange={(way) => setDraft((before) => ({ ...before, way }))}
        options={[
          { value: 'readings', label: say(m.wayReadings) },
          { value: 'offset', label: say(m.wayOffset) },
        ]}
      />
      {draft.way === 'readings' ? (
        <>
          <div className={styles['pair']}>
            <Field label={say(m.showed)} mono placeholder="14:02:10" {...field('showed')} />
            <Field label={say(m.reference)} mono placeholder="14:05:22" {...field('reference')} />
          </div>
          <p className={styles['hint']}>{say(m.readingHint, { zone })}</p>
        </>
      ) : (
        <div className={styles['pair']}>
          <Field
            label={say(m.offset)}
            mono
            placeholder="+00:03:12"
            hint={say(m.offsetHint)}
            {...field('offset')}
          />
          <Field label={say(m.when)} mono hint={say(m.whenHint)} {...field('when')} />
        </div>
      )}
      <div className={styles['pair']}>
        <Field
          label={say(m.width)}
          mono
          hint={
            read.ownWidthMs === 0
              ? say(m.widthHintNone)
              : say(m.widthHint, { width: formatDuration(read.ownWidthMs, language) })
          }
          {...field('width')}
        />
        <Field label={say(m.how)} placeholder={say(m.howPlaceholder)} {...field('how')} />
      </div>
      <div id={sentence} role="status" className={styles['sentence']}>
        {read.clock !== undefined && (
          <MovedSentence
            source={source}
            name={visibleText(name)}
            clock={read.clock}
            current={current}
            showed={read.showed}
          />
        )}
      </div>
      <div className={styles['buttons']}>
        <Button look="primary" aria-describedby={sentence} onClick={() => void save()}>
          {say(m.saveMeasurement)}
        </Button>
      </div>
    </section>
  );
}
