import { useId, useState } from 'react';
import type { EntryFilter } from '#shared/domain/entry-filter.ts';
import { withoutFields } from '#shared/domain/entry-match.ts';
import { formatInstant } from '#shared/domain/time/format-time.ts';
import { searchMessages as m } from '#shared/i18n/search-messages.ts';
import { timelineMessages } from '#shared/i18n/timeline-messages.ts';
import type { TimelineRow } from '../../data/timeline-row.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { readTypedTime, spanOfTime } from './read-typed-time.ts';
import styles from './time-fields.module.css';
import { useLookedAtDay } from './use-looked-at-day.ts';

type TimeFieldsProps = {
  readonly filter: EntryFilter;
  readonly onChange: (filter: EntryFilter) => void;
  readonly rows: readonly TimelineRow[];
};

/** Begin and end of a span, read like times of the entry line; an empty one is open. */
export function TimeFields({ filter, onChange, rows }: TimeFieldsProps) {
  const say = useSay();
  const locale = useLanguage();
  const hintId = useId();
  const { incidentZone } = useWorkspace();
  const dayMs = useLookedAtDay(rows);
  const written = (utc: string | undefined) =>
    utc === undefined
      ? ''
      : formatInstant(Date.parse(utc), { zone: incidentZone, locale, style: 'short' });
  const [from, setFrom] = useState(() => written(filter.from));
  const [until, setUntil] = useState(() => written(filter.until));
  const [problem, setProblem] = useState<{ readonly field: 'from' | 'until'; text: string }>();

  const read = (text: string, end: 'first' | 'last') => {
    if (text.trim() === '') return undefined;
    const time = readTypedTime(text, { nowMs: Date.now(), dayMs, zone: incidentZone });
    return time === undefined ? 'unreadable' : new Date(spanOfTime(time)[end]).toISOString();
  };
  const set = () => {
    const begin = read(from, 'first');
    const end = read(until, 'last');
    const unreadable = say(timelineMessages.timeUnreadable);
    if (begin === 'unreadable') return setProblem({ field: 'from', text: unreadable });
    if (end === 'unreadable') return setProblem({ field: 'until', text: unreadable });
    if (begin !== undefined && end !== undefined && end < begin)
      return setProblem({ field: 'until', text: say(m.timesReversed) });
    setProblem(undefined);
    return onChange({
      ...withoutFields(filter, 'from', 'until'),
      ...(begin !== undefined && { from: begin }),
      ...(end !== undefined && { until: end }),
    });
  };
  const fields = [
    ['from', m.from, from, setFrom],
    ['until', m.until, until, setUntil],
  ] as const;
  return (
    <div className={styles['times']} role="group" aria-describedby={hintId}>
      {fields.map(([field, label, value, change]) => (
        <Field
          key={field}
          label={say(label)}
          value={value}
          onChange={change}
          onEnter={set}
          maxLength={100}
          problem={problem?.field === field ? problem.text : undefined}
        />
      ))}
      <Button onClick={set}>{say(m.setTimes)}</Button>
      <p id={hintId} className={styles['hint']}>
        {say(m.timeHint)}
      </p>
    </div>
  );
}
