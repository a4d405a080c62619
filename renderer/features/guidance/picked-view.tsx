import type { ReactNode } from 'react';
import { guidanceMessages as m } from '#shared/i18n/guidance-messages.ts';
import { changeMessages } from '#shared/i18n/word-guidance.ts';
import type { PickedFile } from '#shared/ipc/guidance-contract.ts';
import { useTimelineIfOpen } from '../../data/use-records.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './guidance-dialog.module.css';
import { RevisionText } from './revision-text.tsx';

type Props = {
  readonly picked: PickedFile;
  readonly onTake: () => void;
  readonly onBack: () => void;
};

/** What a file would change, before anything of it is taken over. */
export function PickedView({ picked, onTake, onBack }: Props) {
  const say = useSay();
  const hasNews =
    picked.kind === 'attack'
      ? picked.isLater
      : picked.changes.some(({ change }) => change !== 'same' && change !== 'older');
  return (
    <div className={styles['form']}>
      {picked.kind === 'guidance' ? <Pieces picked={picked} /> : <Release picked={picked} />}
      {!hasNews && (
        <p role="status">{say(picked.kind === 'attack' ? m.notLater : m.nothingToTake)}</p>
      )}
      <div className={styles['buttons']}>
        {hasNews && (
          <Button look="primary" onClick={onTake}>
            {say(m.take)}
          </Button>
        )}
        <Button onClick={onBack}>{say(m.back)}</Button>
      </div>
    </div>
  );
}

function Pieces({ picked }: { readonly picked: Extract<PickedFile, { kind: 'guidance' }> }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <>
      <h3>{say(m.pickedGuidance, { name: picked.name })}</h3>
      <ul className={styles['list']}>
        {picked.changes.map((piece) => (
          <li key={piece.key} className={styles['row']}>
            <div className={styles['words']}>
              <p className={styles['name']}>{piece.title[language]}</p>
              <p className={styles['quiet']}>
                {say(piece.kind === 'template' ? m.tabTemplates : m.tabGuides)}
                {language === 'ja' ? '、' : ', '}
                <RevisionText piece={piece} />
              </p>
            </div>
            <span>{say(changeMessages[piece.change], { here: String(piece.here ?? '') })}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Release({ picked }: { readonly picked: Extract<PickedFile, { kind: 'attack' }> }) {
  const say = useSay();
  const { matrix, version, released, before, difference, skipped } = picked;
  const { added, retired, renamed, moved, tacticsAdded, tacticsGone } = difference;
  const nothing = Object.values(difference).every((list) => list.length === 0);
  return (
    <>
      <h3>{say(m.pickedAttack, { matrix, version, released, before })}</h3>
      {skipped > 0 && <p>{say(m.skipped, { n: skipped })}</p>}
      {nothing && <p>{say(m.diffNone)}</p>}
      <Part title={say(m.diffTacticsAdded)} of={tacticsAdded} />
      <Part title={say(m.diffTacticsGone)} of={tacticsGone} />
      <Part
        title={say(m.diffRetired)}
        of={retired}
        word={({ id, name, replacedBy }) =>
          replacedBy === undefined
            ? `${id} ${name}`
            : say(m.diffReplacedBy, { id, name, now: replacedBy })
        }
      />
      <Part
        title={say(m.diffRenamed)}
        of={renamed}
        word={({ id, name, before: was }) => say(m.diffWas, { id, name, before: was })}
      />
      <Part
        title={say(m.diffMoved)}
        of={moved}
        word={({ id, name, before: then, now }) =>
          `${id} ${name}: ${then.join(', ')} → ${now.join(', ')}`
        }
      />
      <Part title={say(m.diffAdded)} of={added} />
    </>
  );
}

type Named = { readonly id: string; readonly name: string };
type PartProps<T extends Named> = {
  readonly title: string;
  readonly of: readonly T[];
  readonly word?: (each: T) => ReactNode;
};

/** One kind of change, with those first that the open notebook names, if there is one. */
function Part<T extends Named>({ title, of, word }: PartProps<T>) {
  const say = useSay();
  const language = useLanguage();
  const rows = useTimelineIfOpen();
  if (of.length === 0) return null;
  const used = new Set(rows.flatMap(({ content }) => content.techniques.map(({ id }) => id)));
  const inUse = of.filter(({ id }) => used.has(id)).map(({ id }) => id);
  return (
    <details open={inUse.length > 0}>
      <summary>
        {title} <b>{of.length.toLocaleString(language)}</b>{' '}
        {inUse.length > 0 && say(m.diffInUse, { n: inUse.length, ids: inUse.join(', ') })}
      </summary>
      <ul className={styles['difference']}>
        {of.map((each) => (
          <li key={each.id}>{word === undefined ? `${each.id} ${each.name}` : word(each)}</li>
        ))}
      </ul>
    </details>
  );
}
