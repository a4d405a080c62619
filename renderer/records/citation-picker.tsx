import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { checklistMessages as m } from '#shared/i18n/checklist-messages.ts';
import { containsWords, foldText, searchWords } from '#shared/domain/text-search.ts';
import { useRecords, useTimeline } from '../data/use-records.ts';
import { useSay } from './language.tsx';
import { EntryLink, EvidenceLink } from './links.tsx';
import { IconButton } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { isComposing } from '../ui/is-composing.ts';
import { X } from 'lucide-react';
import styles from './citation-picker.module.css';

export type Citations = {
  readonly entries: readonly string[];
  readonly evidence: readonly string[];
};

type Candidate = {
  readonly kind: keyof Citations;
  readonly id: string;
  readonly number: string;
  readonly text: string;
};

type CitationPickerProps = {
  readonly value: Citations;
  readonly onChange: (value: Citations) => void;
  /** True where evidence is no answer. */
  readonly entriesOnly?: boolean;
};

const mostChoices = 8;

/** Finds entries and evidence by number or words and cites them; everything works from the keyboard. */
export function CitationPicker({ value, onChange, entriesOnly = false }: CitationPickerProps) {
  const say = useSay();
  const listId = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const choices = useCandidates(query, value, entriesOnly);
  const shown = Math.min(active, Math.max(choices.length - 1, 0));

  const add = (candidate: Candidate | undefined) => {
    if (candidate === undefined) return;
    onChange({ ...value, [candidate.kind]: [...value[candidate.kind], candidate.id] });
    setQuery('');
    setActive(0);
  };
  const remove = (kind: keyof Citations, id: string) =>
    onChange({ ...value, [kind]: value[kind].filter((other) => other !== id) });

  const steer = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === 'ArrowDown') setActive(Math.min(shown + 1, choices.length - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(shown - 1, 0));
    else if (event.key === 'Escape' && query !== '') {
      setQuery('');
      event.stopPropagation();
    } else return;
    event.preventDefault();
  };

  const cited = [
    ...value.entries.map((id) => ({ kind: 'entries' as const, id })),
    ...value.evidence.map((id) => ({ kind: 'evidence' as const, id })),
  ];
  return (
    <div className={styles['picker']}>
      <div className={styles['search']} onKeyDown={steer}>
        <Field
          label={say(entriesOnly ? m.citeEntries : m.cite)}
          placeholder={say(m.citePlaceholder)}
          value={query}
          onChange={(text) => {
            setQuery(text);
            setActive(0);
          }}
          onEnter={() => add(query === '' ? undefined : choices[shown])}
        />
        {query !== '' && (
          <ul id={listId} role="listbox" aria-label={say(m.citeChoices)} className={styles['list']}>
            {choices.length === 0 && <li className={styles['nothing']}>{say(m.citeNothing)}</li>}
            {choices.map((choice, index) => (
              <li
                key={choice.id}
                role="option"
                aria-selected={index === shown}
                className={styles['choice']}
                onMouseDown={(event) => {
                  event.preventDefault();
                  add(choice);
                }}
              >
                <span className={styles['number']}>{choice.number}</span>
                <span className={styles['text']}>{choice.text}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
      {cited.length > 0 && (
        <ul className={styles['cited']}>
          {cited.map(({ kind, id }) => (
            <li key={id}>
              {kind === 'entries' ? <EntryLink id={id} /> : <EvidenceLink id={id} />}
              <IconButton
                name={say(m.removeCitation)}
                icon={<X size={14} aria-hidden />}
                onClick={() => remove(kind, id)}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The best matches: a number as typed first, then the newest entries that hold every word. */
function useCandidates(
  query: string,
  value: Citations,
  entriesOnly: boolean,
): readonly Candidate[] {
  const rows = useTimeline();
  const evidence = useRecords('evidence');
  return useMemo(() => {
    const words = searchWords(query);
    if (words.length === 0) return [];
    const wanted = query.trim().toUpperCase();
    const found: Candidate[] = [];
    for (const { id, item } of entriesOnly ? [] : evidence) {
      if (item === undefined || value.evidence.includes(id)) continue;
      if (item.no === wanted || containsWords(foldText(`${item.no} ${item.name}`), words))
        found.push({ kind: 'evidence', id, number: item.no, text: item.name });
    }
    for (let index = rows.length - 1; index >= 0 && found.length < mostChoices; index -= 1) {
      const row = rows[index];
      if (row === undefined || row.withdrawn || value.entries.includes(row.id)) continue;
      const number = String(row.number ?? '');
      const candidate = { kind: 'entries', id: row.id, number, text: row.content.text } as const;
      if (number === wanted) found.unshift(candidate);
      else if (containsWords(foldText(row.content.text), words)) found.push(candidate);
    }
    return found.slice(0, mostChoices);
  }, [rows, evidence, query, value, entriesOnly]);
}
