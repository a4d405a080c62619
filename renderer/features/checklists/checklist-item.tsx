import { type KeyboardEvent, useId, useRef } from 'react';
import { citation } from '#shared/catalogue/citations.ts';
import type { ItemSetting } from '#shared/domain/checklist.ts';
import { checklistMessages as m } from '#shared/i18n/checklist-messages.ts';
import type { Register } from '#shared/journal/causality.ts';
import type { ItemWriting } from '#shared/journal/records.ts';
import { itemStateMessages } from '#shared/i18n/item-state-words.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { EntryLink, EvidenceLink } from '../../records/links.tsx';
import { Chip } from '../../ui/chip.tsx';
import { isComposing } from '../../ui/is-composing.ts';
import styles from './checklist-item.module.css';
import type { ItemWithSetting } from './checklist-progress.ts';
import { ApprovalNote } from './approval-note.tsx';
import { ItemEditor } from './item-editor.tsx';
import { ItemHistory, ItemWaiting } from './item-history.tsx';
import { ItemStateMark } from './item-state.tsx';

type ChecklistItemProps = {
  readonly entry: ItemWithSetting;
  readonly register: Register<ItemSetting>;
  readonly history: readonly ItemWriting[];
  readonly owners: readonly string[];
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly onSave: (setting: ItemSetting) => Promise<string | undefined>;
};

/** One item: its state, its words, what it cites; opened, the way to set it. */
export function ChecklistItem(props: ChecklistItemProps) {
  const { entry, register, history, owners, open, onToggle, onSave } = props;
  const say = useSay();
  const language = useLanguage();
  const id = useId();
  const heading = useRef<HTMLButtonElement>(null);
  const { item, setting, contested } = entry;
  const cited = [...setting.entries, ...setting.evidence];
  const close = () => {
    onToggle();
    heading.current?.focus();
  };
  return (
    <li className={styles['item']} data-item={item.id}>
      <button
        ref={heading}
        type="button"
        className={styles['row']}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={onToggle}
        onKeyDown={moveFocus}
      >
        <ItemStateMark state={setting.state} />
        <span className="visually-hidden">{say(itemStateMessages[setting.state])}</span>
        <span className={styles['code']}>{item.id}</span>
        <span className={styles['text']} data-state={setting.state}>
          {item.text[language]}
        </span>
        <span className={styles['flags']}>
          {item.critical && <Chip>{say(m.critical)}</Chip>}
          {item.needsApproval && <Chip>{say(m.needsApproval)}</Chip>}
          {item.evidenceExpected && <Chip>{say(m.evidenceExpected)}</Chip>}
        </span>
        <ItemWaiting setting={setting} />
        {setting.owner !== '' && <span className={styles['owner']}>{setting.owner}</span>}
      </button>
      {contested && (
        <p className={styles['contested']}>
          {say(m.contested)}{' '}
          {register
            .map(({ by, value }) =>
              say(m.settingBy, { state: say(itemStateMessages[value.state]), by }),
            )
            .join(' · ')}
        </p>
      )}
      {(cited.length > 0 || setting.because !== '' || setting.note !== '') && !open && (
        <div className={styles['proof']}>
          {setting.entries.map((entryId) => (
            <EntryLink key={entryId} id={entryId} />
          ))}
          {setting.evidence.map((evidenceId) => (
            <EvidenceLink key={evidenceId} id={evidenceId} />
          ))}
          {setting.because !== '' && <span>{setting.because}</span>}
          {setting.note !== '' && <span className={styles['note']}>{setting.note}</span>}
        </div>
      )}
      {open && (
        <div id={id}>
          <div className={styles['explain']}>
            {item.why && <p>{say(m.why, { text: item.why[language] })}</p>}
            <p>
              {say(m.references, {
                refs: [...item.refs.map((ref) => citation(ref)[language]), ...item.csf].join(', '),
              })}
            </p>
          </div>
          {item.needsApproval && <ApprovalNote item={item} />}
          <ItemEditor
            item={item.id}
            setting={setting}
            owners={owners}
            onSave={onSave}
            onClose={close}
          />
          <ItemHistory history={history} />
        </div>
      )}
    </li>
  );
}

/** Up and down go from item to item, across phases. */
function moveFocus(event: KeyboardEvent<HTMLButtonElement>): void {
  if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
  const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
  if (step === undefined) return;
  const rows = [...document.querySelectorAll<HTMLElement>('[data-item] > [aria-expanded]')];
  const next = rows[rows.indexOf(event.currentTarget) + step];
  if (next === undefined) return;
  next.focus();
  event.preventDefault();
  event.stopPropagation();
}
