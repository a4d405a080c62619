import { type EntryTime, toUtcText } from '#shared/domain/time/entry-time.ts';
import { parseTime } from '#shared/domain/time/parse-time.ts';
import { toLocal } from '#shared/domain/time/zone.ts';
import { decisionMessages as m } from '#shared/i18n/decision-messages.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { useSay } from './language.tsx';
import styles from './time-field.module.css';

type TimeFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly wrong: boolean;
  readonly onEnter?: (() => void) | undefined;
};

/** A time as people write it, with a button for this moment. */
export function TimeField({ label, value, onChange, wrong, onEnter }: TimeFieldProps) {
  const say = useSay();
  return (
    <div className={styles['time']}>
      <Field
        label={label}
        value={value}
        placeholder={say(m.timeHint)}
        problem={wrong ? say(m.timeUnreadable) : undefined}
        onChange={onChange}
        onEnter={onEnter}
        maxLength={200}
      />
      <Button aria-label={say(m.setNow, { field: label })} onClick={() => onChange('now')}>
        {say(m.nowTime)}
      </Button>
    </div>
  );
}

/** What a field shows of a time that is written already. */
export function timeFieldText(time: EntryTime | null | undefined, zone: string): string {
  if (time == null || time.utc === null) return '';
  return time.text === '' ? instantFieldText(Date.parse(time.utc), zone) : time.text;
}

/** `2024-03-01 14:00` on the clock of the zone. */
export function instantFieldText(ms: number, zone: string): string {
  return new Date(toLocal(zone, ms)).toISOString().slice(0, 16).replace('T', ' ');
}

/** Null for an empty field, undefined for what is no time; what was not touched stays as it was written. */
export function readTimeField(
  text: string,
  before: EntryTime | null | undefined,
  zone: string,
): EntryTime | null | undefined {
  if (text.trim() === '') return null;
  if (before != null && text === timeFieldText(before, zone)) return before;
  const nowMs = Date.now();
  const time = parseTime(text.trim(), { nowMs, zone });
  if (!time.ok || time.value.utc === null) return undefined;
  // "now" and "-5m" mean this moment only while it is typed.
  return /\d{1,2}[:：時]/.test(text)
    ? time.value
    : { ...time.value, text: '', utc: toUtcText(Date.parse(time.value.utc), time.value.precision) };
}
