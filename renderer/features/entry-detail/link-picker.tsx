import { useState } from 'react';
import { type EntryLink, entryLinkTypes } from '#shared/domain/entry.ts';
import { timelineMessages as m } from '#shared/i18n/timeline-messages.ts';
import { useSession } from '../../data/session-context.tsx';
import { useSay } from '../../records/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Field, Select } from '../../ui/field.tsx';
import styles from './entry-detail.module.css';
import { linkMessages } from '#shared/i18n/entry-words.ts';

type LinkPickerProps = {
  /** The entry that is corrected: it cannot be linked to itself. */
  readonly own: string;
  readonly value: readonly EntryLink[];
  readonly onChange: (links: readonly EntryLink[]) => void;
};

/** Links to other entries: what it is to them, and their number. */
export function LinkPicker({ own, value, onChange }: LinkPickerProps) {
  const say = useSay();
  const { timeline } = useSession();
  const [type, setType] = useState<EntryLink['type']>('caused');
  const [number, setNumber] = useState('');
  const [unknown, setUnknown] = useState<string>();
  const labelOf = (link: EntryLink) => {
    const row = timeline.row(link.entry);
    return `${say(linkMessages[link.type])} #${row?.number ?? '–'} ${row?.content.text.slice(0, 40) ?? ''}`;
  };
  const add = () => {
    const typed = number.normalize('NFKC').replace(/^#/, '').trim();
    if (typed === '') return;
    const [found, second] = timeline.rows().filter((row) => String(row.number) === typed);
    if (found === undefined || second !== undefined || found.id === own) return setUnknown(typed);
    const isThere = value.some((link) => link.type === type && link.entry === found.id);
    if (!isThere) onChange([...value, { type, entry: found.id }]);
    setNumber('');
  };
  return (
    <div className={styles['stack']} role="group" aria-label={say(m.links)}>
      <span className={styles['chips']}>
        {value.map((link) => (
          <Chip
            key={`${link.type} ${link.entry}`}
            onRemove={() => onChange(value.filter((other) => other !== link))}
            removeName={say(m.linkRemove, { link: labelOf(link) })}
          >
            {labelOf(link)}
          </Chip>
        ))}
      </span>
      <div className={styles['triple']}>
        <Select
          label={say(m.linkType)}
          value={type}
          onChange={setType}
          options={entryLinkTypes.map((each) => ({ value: each, label: say(linkMessages[each]) }))}
        />
        <Field
          label={say(m.linkNumber)}
          value={number}
          onChange={(typed) => {
            setNumber(typed);
            setUnknown(undefined);
          }}
          onEnter={add}
          problem={unknown === undefined ? undefined : say(m.linkUnknown, { number: unknown })}
        />
        <Button onClick={add}>{say(m.linkAdd)}</Button>
      </div>
    </div>
  );
}
