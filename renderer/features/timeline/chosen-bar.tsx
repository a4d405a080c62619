import { useMemo, useState } from 'react';
import { searchMessages as m } from '#shared/i18n/search-messages.ts';
import { useSession } from '../../data/session-context.tsx';
import { useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { isComposing } from '../../ui/is-composing.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import styles from './chosen-bar.module.css';
import { focusTimelineList } from './timeline-list.tsx';
import type { ChosenRows } from './use-chosen-rows.ts';
import type { useMarking } from './use-marking.ts';

type ChosenBarProps = {
  readonly chosen: ChosenRows;
  readonly marking: ReturnType<typeof useMarking>;
  readonly tagging: boolean;
  readonly onTagging: (tagging: boolean) => void;
};

/** How many entries are chosen, and what can be done with all of them. */
export function ChosenBar({ chosen, marking, tagging, onTagging }: ChosenBarProps) {
  const say = useSay();
  const { canWrite } = useWorkspace();
  const { rows, clear } = chosen;
  const { mark, progress, stop } = marking;
  if (progress !== undefined)
    return (
      <div className={styles['bar']} role="region" aria-label={say(m.chosenBar)}>
        <ProgressBar name={say(m.markingName)} {...progress} text={say(m.marking, progress)} />
        <Button onClick={stop}>{say(m.stopMarking)}</Button>
      </div>
    );
  if (rows.length === 0) return null;
  const first = rows[0]?.id;
  const allStarred = rows.every(({ content }) => content.starred);
  return (
    <div className={styles['bar']} role="toolbar" aria-label={say(m.chosenBar)}>
      <span className={styles['count']} role="status">
        {say(m.chosen, { n: rows.length })}
      </span>
      {canWrite &&
        (tagging ? (
          <TagField
            onTag={(tag) => {
              onTagging(false);
              focusTimelineList();
              void mark(rows, { kind: 'tag', tag });
            }}
            onLeave={() => {
              onTagging(false);
              focusTimelineList();
            }}
          />
        ) : (
          <>
            <Button onClick={() => onTagging(true)}>{say(m.tagThem)}</Button>
            <Button onClick={() => void mark(rows, { kind: 'star', starred: !allStarred })}>
              {say(allStarred ? m.unstarThem : m.starThem)}
            </Button>
            {rows.length > 1 && first !== undefined && (
              <Button onClick={() => void mark(rows, { kind: 'same-event', entry: first })}>
                {say(m.linkThem)}
              </Button>
            )}
          </>
        ))}
      <Button
        look="quiet"
        onClick={() => {
          clear();
          focusTimelineList();
        }}
      >
        {say(m.clearChosen)}
      </Button>
    </div>
  );
}

type TagFieldProps = {
  readonly onTag: (tag: string) => void;
  readonly onLeave: () => void;
};

function TagField({ onTag, onLeave }: TagFieldProps) {
  const say = useSay();
  const { timeline } = useSession();
  const [tag, setTag] = useState('');
  const known = useMemo(
    () => [...new Set(timeline.rows().flatMap(({ content }) => content.tags))],
    [timeline],
  );
  const given = tag.trim().replace(/^[#＃]/, '');
  return (
    <div
      className={styles['tag']}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isComposing(event)) return;
        event.preventDefault();
        event.stopPropagation();
        onLeave();
      }}
    >
      <Field
        label={say(m.tagName)}
        labelHidden
        placeholder={say(m.tagName)}
        value={tag}
        onChange={setTag}
        onEnter={() => given !== '' && onTag(given)}
        maxLength={200}
        list={known}
        autoFocus
      />
      <Button disabled={given === ''} onClick={() => onTag(given)}>
        {say(m.tagThem)}
      </Button>
    </div>
  );
}
