import { type KeyboardEvent, useState } from 'react';
import { reportViewMessages as m } from '#shared/i18n/report-view-messages.ts';
import { currentValue } from '#shared/journal/causality.ts';
import { formatInstant } from '#shared/domain/time/format-time.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { newOperationId } from '../../data/operation-id.ts';
import { useSession } from '../../data/session-context.tsx';
import { useRecord } from '../../data/use-records.ts';
import { appendErrorText } from '../../records/append-error-text.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { isComposing } from '../../ui/is-composing.ts';
import { keepDraft, readDraft } from './section-drafts.ts';
import styles from './section-editor.module.css';
import { longestText, type WrittenField } from './written-sections.ts';

const noRegister = [] as const;

type SectionEditorProps = {
  readonly field: WrittenField;
  readonly title: string;
  /** Called when it is saved, closed or discarded. */
  readonly onClose: () => void;
};

/** Writes one section of the report; what is typed is kept until it is saved or thrown away on purpose. */
export function SectionEditor({ field, title, onClose }: SectionEditorProps) {
  const say = useSay();
  const language = useLanguage();
  const session = useSession();
  const { announce, canWrite, zone } = useWorkspace();
  const { notebook } = session.opened;
  const register = useRecord('incident', 'incident')?.fields[field] ?? noRegister;
  const stored = currentValue(register) ?? '';
  const [draft, setDraft] = useState(
    () => readDraft(notebook, field) ?? { text: stored, begunFrom: stored },
  );
  const [problem, setProblem] = useState<string>();
  const [saving, setSaving] = useState(false);
  const last = register.at(-1);
  const by = visibleText(last?.by ?? '');
  const time =
    last === undefined
      ? ''
      : formatInstant(last.wall, { zone, locale: language, style: 'full' }, 'minute');
  const changedMeanwhile = last !== undefined && stored !== draft.begunFrom;

  const write = (text: string, begunFrom = draft.begunFrom) => {
    setDraft({ text, begunFrom });
    setProblem(undefined);
    keepDraft(notebook, field, text === begunFrom ? undefined : { text, begunFrom });
  };
  const done = (text: string) => {
    keepDraft(notebook, field, undefined);
    announce(text, 'good');
    onClose();
  };
  const save = async () => {
    if (saving || !canWrite) return;
    if (draft.text === stored && register.length < 2) return done(say(m.unchanged));
    if (draft.text.length > longestText)
      return setProblem(say(m.tooLong, { limit: longestText, n: draft.text.length }));
    setSaving(true);
    const written = await session.append({
      t: 'incident.set',
      id: newOperationId(),
      fields: { [field]: draft.text },
    });
    setSaving(false);
    if (!written.ok) return setProblem(appendErrorText(language, written.error));
    return done(say(m.saved, { section: title }));
  };
  const keys = (event: KeyboardEvent) => {
    if (isComposing(event) || event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };

  return (
    <form
      className={styles['editor']}
      lang={language}
      aria-label={say(m.editSection, { action: say(m.edit), section: title })}
      onKeyDown={keys}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextArea
        label={title}
        labelHidden
        autoFocus
        rows={6}
        value={draft.text}
        onChange={(text) => write(text)}
        onSubmit={() => void save()}
        problem={problem}
        hint={last === undefined ? say(m.neverWritten) : say(m.lastWritten, { by, time })}
      />
      {register.length > 1 && <p className={styles['warning']}>{say(m.contested)}</p>}
      {changedMeanwhile && (
        <div className={styles['warning']}>
          <p>{say(m.changedMeanwhile, { by, time })}</p>
          <blockquote>{visibleText(stored)}</blockquote>
          <Button onClick={() => write(stored, stored)}>{say(m.takeTheirs)}</Button>
        </div>
      )}
      <div className={styles['actions']}>
        <span className={styles['hint']}>{say(canWrite ? m.keysHint : m.readOnly)}</span>
        {draft.text !== draft.begunFrom && (
          <Button
            onClick={() => {
              keepDraft(notebook, field, undefined);
              onClose();
            }}
          >
            {say(m.discard)}
          </Button>
        )}
        <Button onClick={onClose}>{say(draft.text === draft.begunFrom ? m.close : m.leave)}</Button>
        <Button look="primary" type="submit" disabled={!canWrite || saving}>
          {say(m.save)}
        </Button>
      </div>
    </form>
  );
}
