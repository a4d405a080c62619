import { useState } from 'react';
import { registerSource, sourceNameProblem } from '#shared/application/sources.ts';
import { clockMessages as m } from '#shared/i18n/clock-messages.ts';
import { newOperationId } from '../../data/operation-id.ts';
import { useSession } from '../../data/session-context.tsx';
import { useRecords } from '../../data/use-records.ts';
import { appendErrorText } from '../../records/append-error-text.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import styles from './clocks-dialog.module.css';

const nameMessages = {
  'name-missing': m.nameMissing,
  'name-too-long': m.nameTooLong,
  'name-taken': m.nameTaken,
} as const;

/** Registers a source without a file: a camera, a badge reader, somebody's watch. */
export function RegisterForm({ onRegistered }: { readonly onRegistered: (id: string) => void }) {
  const say = useSay();
  const language = useLanguage();
  const session = useSession();
  const sources = useRecords('sources');
  const { announce } = useWorkspace();
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState<string>();
  const wrong = sourceNameProblem(name, sources);
  const register = async () => {
    setTried(true);
    setFailure(undefined);
    if (wrong !== undefined) return;
    const writing = { journal: session, newId: newOperationId };
    const saved = await registerSource(writing, name, sources);
    if (!saved.ok) {
      const { error } = saved;
      setFailure(
        error.kind === 'name-missing' ||
          error.kind === 'name-too-long' ||
          error.kind === 'name-taken'
          ? say(nameMessages[error.kind])
          : appendErrorText(language, error),
      );
      return;
    }
    announce(say(m.registered, { name: name.trim() }));
    setName('');
    setTried(false);
    onRegistered(saved.value.id);
  };
  return (
    <section aria-label={say(m.register)} className={styles['register']}>
      <h3>{say(m.register)}</h3>
      <Field
        label={say(m.registerName)}
        placeholder={say(m.registerPlaceholder)}
        value={name}
        maxLength={1_024}
        onChange={setName}
        onEnter={() => void register()}
        problem={tried && wrong !== undefined ? say(nameMessages[wrong.kind]) : failure}
      />
      <div className={styles['buttons']}>
        <Button onClick={() => void register()}>{say(m.registerSave)}</Button>
      </div>
    </section>
  );
}
