import { useState } from 'react';
import { evidenceFieldMessages as f } from '#shared/i18n/evidence-field-messages.ts';
import { evidenceItemMessages as m } from '#shared/i18n/evidence-item-messages.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { useRecords } from '../../data/use-records.ts';
import { useSay } from '../../records/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import styles from './item-dialog.module.css';

/** More than this are found by typing. */
const mostOffered = 6;
const pictureName = /\.(?:png|jpe?g)$/i;

type PhotographPickerProps = {
  readonly value: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
};

/** Chooses the evidence items that are pictures of another; pictures that are there already are offered. */
export function PhotographPicker({ value, onChange }: PhotographPickerProps) {
  const say = useSay();
  const [query, setQuery] = useState('');
  const pictures = useRecords('evidence').flatMap(({ id, item }) =>
    item?.sha256 !== undefined && pictureName.test(item.name)
      ? [{ id, text: `${item.no} ${visibleText(item.name)}` }]
      : [],
  );
  const folded = query.normalize('NFKC').toLowerCase();
  const offered = pictures
    .filter(({ id, text }) => !value.includes(id) && text.toLowerCase().includes(folded))
    .slice(0, mostOffered);
  const named = new Map(pictures.map(({ id, text }) => [id, text]));
  return (
    <fieldset className={styles['group']}>
      <legend>{say(f.photographs)}</legend>
      {pictures.length === 0 && <p className={styles['hint']}>{say(m.noPictures)}</p>}
      {value.length > 0 && (
        <ul className={styles['chosen']}>
          {value.map((id) => (
            <li key={id}>
              <span>{named.get(id) ?? id.slice(0, 8)}</span>
              <Button
                look="quiet"
                aria-label={say(m.takeOffPhoto, { name: named.get(id) ?? id.slice(0, 8) })}
                onClick={() => onChange(value.filter((other) => other !== id))}
              >
                {say(m.takeOff)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {pictures.length > value.length && (
        <>
          <Field
            label={say(m.findPicture)}
            value={query}
            maxLength={200}
            onChange={setQuery}
            onEnter={() => offered[0] && onChange([...value, offered[0].id])}
          />
          <ul className={styles['offered']}>
            {offered.map(({ id, text }) => (
              <li key={id}>
                <Button look="quiet" onClick={() => onChange([...value, id])}>
                  {text}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </fieldset>
  );
}
