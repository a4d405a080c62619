import { Pencil } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { reportViewMessages as m } from '#shared/i18n/report-view-messages.ts';
import { useSession } from '../../data/session-context.tsx';
import { useIncident } from '../../data/use-records.ts';
import { useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import type { PaperElement } from '#shared/report/paper-tree.ts';
import { PaperSection } from './paper-section.tsx';
import { readDraft } from './section-drafts.ts';
import { SectionEditor } from './section-editor.tsx';
import styles from './written-section.module.css';
import type { WrittenField } from './written-sections.ts';

type WrittenSectionProps = {
  readonly node: PaperElement;
  readonly title: string;
  readonly field: WrittenField;
};

/** A section that people write: as it prints, with the way to write it where it stands. */
export function WrittenSection({ node, title, field }: WrittenSectionProps) {
  const say = useSay();
  const { canWrite } = useWorkspace();
  const { notebook } = useSession().opened;
  const isEmpty = (useIncident()[field] ?? '').trim() === '';
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const backToButton = useRef(false);
  useEffect(() => {
    if (editing || !backToButton.current) return;
    backToButton.current = false;
    button.current?.focus();
  }, [editing]);

  if (!canWrite) return <PaperSection node={node} />;
  if (editing) {
    const close = () => {
      backToButton.current = true;
      setEditing(false);
    };
    const editor = <SectionEditor field={field} title={title} onClose={close} />;
    return <PaperSection node={node} instead={editor} />;
  }
  const hasDraft = readDraft(notebook, field) !== undefined;
  const action = say(hasDraft ? m.continueDraft : isEmpty ? m.write : m.edit);
  const tools = (
    <Button
      ref={button}
      className={styles['write']}
      icon={<Pencil size={14} aria-hidden />}
      aria-label={say(m.editSection, { action, section: title })}
      onClick={() => setEditing(true)}
    >
      {action}
    </Button>
  );
  return <PaperSection node={node} tools={tools} />;
}
