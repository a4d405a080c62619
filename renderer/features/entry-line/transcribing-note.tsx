import { NotebookPen } from 'lucide-react';
import { paperMessages as m } from '#shared/i18n/paper-messages.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { useSession } from '../../data/session-context.tsx';
import { useSay } from '../../records/language.tsx';
import { transcribeFrom, useTranscribedSheet } from '../../records/transcribing.ts';
import { Button } from '../../ui/button.tsx';
import styles from './transcribing-note.module.css';

/** Says that what is written now is marked as transcribed from paper, and ends it. */
export function TranscribingNote() {
  const say = useSay();
  const session = useSession();
  const from = useTranscribedSheet();
  if (from === undefined) return null;
  const sheet = visibleText(from.sheet);
  return (
    <p className={styles['note']} role="status">
      <NotebookPen size={14} aria-hidden />
      <span>
        {from.photograph === undefined
          ? say(m.transcribing, { sheet })
          : say(m.transcribingWith, { sheet, no: from.photograph.no })}
      </span>
      <Button look="quiet" onClick={() => transcribeFrom(session, undefined)}>
        {say(m.stop)}
      </Button>
    </p>
  );
}
