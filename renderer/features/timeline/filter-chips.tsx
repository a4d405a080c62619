import { Fragment } from 'react';
import type { EntryFilter } from '#shared/domain/entry-filter.ts';
import { searchMessages as s } from '#shared/i18n/search-messages.ts';
import { timelineMessages as m } from '#shared/i18n/timeline-messages.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { filterPhrases, filterSentence, phraseText, type Wording } from './filter-sentence.ts';
import styles from './filter-chips.module.css';
import { noFilter } from '../../records/shown-filter.ts';
import { useSourceName } from './source-name.ts';

type FilterChipsProps = {
  readonly filter: EntryFilter;
  readonly onChange: (filter: EntryFilter) => void;
};

/** The conditions as a row that reads as a sentence; every chip of it can be taken away. */
export function FilterChips({ filter, onChange }: FilterChipsProps) {
  const say = useSay();
  const wording = useWording();
  const phrases = filterPhrases(filter, wording);
  if (phrases.length === 0) return null;
  return (
    <div className={styles['chips']} role="group" aria-label={filterSentence(filter, wording)}>
      <span>{say(s.showing)}</span>
      {phrases.map((phrase) => (
        <span key={phrase.field} className={styles['phrase']}>
          {phrase.lead !== '' && <span className={styles['word']}>{phrase.lead}</span>}
          {phrase.values.map(({ label, without }, index) => (
            // By place: with another letter of a word the chip stays, and only its words change.
            <Fragment key={index}>
              {index > 0 && phrase.between.trim() !== '' && (
                <span className={styles['word']}>{phrase.between.trim()}</span>
              )}
              <Chip
                onRemove={() => onChange(without)}
                removeName={say(s.dropCondition, {
                  name: phraseText({ ...phrase, values: [{ label, without }] }, say),
                })}
              >
                {label}
              </Chip>
            </Fragment>
          ))}
        </span>
      ))}
      <Button look="quiet" onClick={() => onChange(noFilter)}>
        {say(m.clearFilters)}
      </Button>
    </div>
  );
}

/** What a filter is worded with in this window. */
export function useWording(): Wording {
  const say = useSay();
  const language = useLanguage();
  const { zone } = useWorkspace();
  const sourceName = useSourceName();
  return { say, language, zone, sourceName };
}
