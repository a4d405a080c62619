import type { ItemSetting } from '#shared/domain/checklist.ts';
import { formatInstant } from '#shared/domain/time/format-time.ts';
import { checklistMessages as m } from '#shared/i18n/checklist-messages.ts';
import type { ItemWriting } from '#shared/journal/records.ts';
import { itemStateMessages } from '#shared/i18n/item-state-words.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { useMinute } from '../../records/use-deadlines.ts';
import { useWorkspace } from '../../records/workspace.tsx';
import { Chip } from '../../ui/chip.tsx';
import styles from './checklist-item.module.css';

/** By when an item is due and what it waits for; nothing once it is settled. */
export function ItemWaiting({ setting }: { readonly setting: ItemSetting }) {
  const say = useSay();
  const language = useLanguage();
  const { zone } = useWorkspace();
  const nowMs = useMinute();
  const { state, due, blockedBy = [] } = setting;
  if (state === 'done' || state === 'not-applicable') return null;
  const time =
    due == null
      ? undefined
      : formatInstant(Date.parse(due), { zone, locale: language, style: 'short' }, 'minute');
  const isOver = due != null && Date.parse(due) < nowMs;
  return (
    <>
      {time !== undefined && (
        <Chip look={isOver ? 'problem' : 'plain'}>
          {say(m.dueAt, { time })}
          {isOver && ` ${say(m.overdue)}`}
        </Chip>
      )}
      {blockedBy.length > 0 && <Chip>{say(m.waitsFor, { items: blockedBy.join(' ') })}</Chip>}
    </>
  );
}

/** Every setting of an item, the latest first. */
export function ItemHistory({ history }: { readonly history: readonly ItemWriting[] }) {
  const say = useSay();
  const language = useLanguage();
  const { zone } = useWorkspace();
  if (history.length === 0) return null;
  return (
    <details className={styles['history']}>
      <summary>{say(m.history)}</summary>
      <ol>
        {history.toReversed().map(({ op, setting, by, wall }) => (
          <li key={op}>
            {say(m.historyLine, {
              time: formatInstant(wall, { zone, locale: language, style: 'short' }, 'minute'),
              state: say(itemStateMessages[setting.state]),
              by,
            })}
            {setting.because !== '' && <q>{setting.because}</q>}
          </li>
        ))}
      </ol>
    </details>
  );
}
