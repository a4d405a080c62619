import { useId, useState } from 'react';
import { formatInstant } from '#shared/domain/time/format-time.ts';
import { searchMessages as m } from '#shared/i18n/search-messages.ts';
import { timelineMessages } from '#shared/i18n/timeline-messages.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { useLanguage, useSay } from './language.tsx';
import { readTypedTime, spanOfTime } from './read-typed-time.ts';
import styles from './span-fields.module.css';
import { useWorkspace } from './workspace.tsx';

/** First and last instant, RFC 3339 in UTC; a missing one is open. */
export type Span = { readonly from?: string | undefined; readonly until?: string | undefined };

type SpanFieldsProps = {
  readonly span: Span;
  readonly onSet: (span: Span) => void;
  /** An instant of the day that a time without a date belongs to. */
  readonly dayMs: number;
};

/** Begin and end of a span, read like times of the entry line; an empty one is open. */
export function SpanFields({ span, onSet, dayMs }: SpanFieldsProps) {
  const say = useSay();
  const locale = useLanguage();
  const hintId = useId();
  const { incidentZone } = useWorkspace();
  const written = (utc: string | undefined) =>
    utc === undefined
      ? ''
      : formatInstant(Date.parse(utc), { zone: incidentZone, locale, style: 'short' });
  const [from, setFrom] = useState(() => written(span.from));
  const [until, setUntil] = useState(() => written(span.until));
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
    return onSet({ from: begin, until: end });
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
