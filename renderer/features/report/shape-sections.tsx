import { ArrowDown, ArrowUp, Pencil, Plus, Trash2 } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { reportShapeMessages as m } from '#shared/i18n/report-shape-messages.ts';
import type { AddedSection } from '#shared/report/report-template.ts';
import { sectionGuidance, sectionName } from '#shared/report/section-name.ts';
import type { SectionId } from '#shared/report/section-ids.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Checkbox, Field, TextArea } from '../../ui/field.tsx';
import styles from './shape-dialog.module.css';
import {
  addSection,
  alwaysShown,
  moveSection,
  removeSection,
  type ShapeDraft,
  showSection,
} from './shape-draft.ts';

const mostAdded = 50;
const longestTitle = 200;
const longestText = 100_000;

type ShapeSectionsProps = {
  readonly draft: ShapeDraft;
  readonly onDraft: (draft: ShapeDraft) => void;
  /** A section of one's own went, with what was written in it; the text says so. */
  readonly onRemoved: (draft: ShapeDraft, text: string) => void;
  /** Says to a screen reader what happened. */
  readonly onSaid: (text: string) => void;
  readonly news: ReactNode;
};

/** Every section: in the report or not, moved up and down, and those of one's own. */
export function ShapeSections(props: ShapeSectionsProps) {
  const { draft, onDraft, onRemoved, onSaid, news } = props;
  const say = useSay();
  const language = useLanguage();
  const [open, setOpen] = useState<SectionId>();
  const adding = useRef<HTMLButtonElement>(null);
  const nameOf = (id: SectionId) => {
    const added = draft.added.find((section) => section.id === id);
    const name = sectionName(id, language, added);
    return added !== undefined && (name === id || name.trim() === '') ? say(m.newSection) : name;
  };
  const move = (id: SectionId, by: -1 | 1) => {
    const moved = moveSection(draft, id, by);
    if (moved === draft) return;
    const focused = document.activeElement;
    onDraft(moved);
    // A row that is put elsewhere in the list loses the keyboard in between.
    requestAnimationFrame(() => {
      if (focused instanceof HTMLElement) focused.focus();
    });
    const place = moved.order.indexOf(id) + 1;
    onSaid(say(m.moved, { name: nameOf(id), place, count: moved.order.length }));
  };
  const add = () => {
    const { draft: next, id } = addSection(draft);
    onDraft(next);
    setOpen(id);
    onSaid(say(m.added, { name: say(m.newSection) }));
  };
  const isLastShown = (id: SectionId) =>
    draft.shown.has(id) && [...draft.shown].every((each) => each === id || each === alwaysShown);
  return (
    <section className={styles['group']} aria-label={say(m.sections)}>
      <h3>{say(m.sections)}</h3>
      <p className={styles['hint']}>{say(m.sectionsHint)}</p>
      <ol className={styles['sections']} data-shape-sections>
        {draft.order.map((id) => (
          <SectionRow
            key={id}
            id={id}
            name={nameOf(id)}
            added={draft.added.find((section) => section.id === id)}
            isShown={draft.shown.has(id)}
            isFixed={id === alwaysShown || isLastShown(id)}
            isOpen={open === id}
            onShown={(isShown) => {
              onDraft(showSection(draft, id, isShown));
              onSaid(say(isShown ? m.shown : m.hidden, { name: nameOf(id) }));
            }}
            onMove={(by) => move(id, by)}
            onToggle={() => setOpen(open === id ? undefined : id)}
            onChange={(changed) =>
              onDraft({
                ...draft,
                added: draft.added.map((section) => (section.id === id ? changed : section)),
              })
            }
            onRemove={() => {
              onRemoved(removeSection(draft, id), say(m.removed, { name: nameOf(id) }));
              adding.current?.focus();
            }}
          />
        ))}
      </ol>
      <div className={styles['buttons']}>
        <Button
          ref={adding}
          icon={<Plus size={16} aria-hidden />}
          disabled={draft.added.length >= mostAdded}
          onClick={add}
        >
          {say(m.add)}
        </Button>
      </div>
      {news}
    </section>
  );
}

type SectionRowProps = {
  readonly id: SectionId;
  readonly name: string;
  readonly added: AddedSection | undefined;
  readonly isShown: boolean;
  /** True for what cannot be hidden. */
  readonly isFixed: boolean;
  readonly isOpen: boolean;
  readonly onShown: (isShown: boolean) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onToggle: () => void;
  readonly onChange: (news: AddedSection) => void;
  readonly onRemove: () => void;
};

function SectionRow(props: SectionRowProps) {
  const { id, name, added, isShown, isFixed, isOpen } = props;
  const { onShown, onMove, onToggle, onRemove } = props;
  const say = useSay();
  const language = useLanguage();
  const form = useId();
  const purpose = sectionGuidance(id)?.purpose[language];
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    if (event.target instanceof HTMLTextAreaElement) return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <li className={styles['section']} onKeyDown={onKeyDown} data-section={id}>
      <div className={styles['sectionHead']}>
        <div className={styles['sectionName']} title={purpose}>
          <Checkbox
            label={id === 'omitted' ? say(m.always, { name }) : name}
            checked={isShown}
            disabled={isFixed}
            onChange={onShown}
          />
        </div>
        {added !== undefined && (
          <>
            <IconButton
              name={say(m.edit, { name })}
              icon={<Pencil size={16} aria-hidden />}
              aria-expanded={isOpen}
              aria-controls={isOpen ? form : undefined}
              onClick={onToggle}
            />
            <IconButton
              name={say(m.remove, { name })}
              icon={<Trash2 size={16} aria-hidden />}
              onClick={onRemove}
            />
          </>
        )}
        <IconButton
          name={say(m.up, { name })}
          icon={<ArrowUp size={16} aria-hidden />}
          onClick={() => onMove(-1)}
        />
        <IconButton
          name={say(m.down, { name })}
          icon={<ArrowDown size={16} aria-hidden />}
          onClick={() => onMove(1)}
        />
      </div>
      {added !== undefined && isOpen && (
        <div id={form} className={styles['sectionForm']}>
          <AddedFields added={added} onChange={props.onChange} />
        </div>
      )}
    </li>
  );
}

type AddedFieldsProps = {
  readonly added: AddedSection;
  readonly onChange: (news: AddedSection) => void;
};

/** Title and text in either language, the reader's first; whoever opens them goes on to write. */
function AddedFields({ added, onChange }: AddedFieldsProps) {
  const say = useSay();
  const language = useLanguage();
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const order = language === 'ja' ? (['ja', 'en'] as const) : (['en', 'ja'] as const);
  return order.map((each, index) => (
    <div key={each} className={styles['pairOfFields']}>
      <Field
        label={say(each === 'ja' ? m.sectionTitleJa : m.sectionTitle)}
        value={added.title[each] ?? ''}
        maxLength={longestTitle}
        {...(index === 0 && { ref: first })}
        onChange={(text) => onChange({ ...added, title: { ...added.title, [each]: text } })}
      />
      <TextArea
        label={say(each === 'ja' ? m.sectionTextJa : m.sectionText)}
        value={added.text[each] ?? ''}
        rows={3}
        onChange={(text) =>
          onChange({ ...added, text: { ...added.text, [each]: text.slice(0, longestText) } })
        }
      />
    </div>
  ));
}
