import { useState } from 'react';
import { frameMessages } from '#shared/i18n/frame-messages.ts';
import { sharingMessages as m } from '#shared/i18n/sharing-messages.ts';
import type { CopyKey } from '#shared/ipc/sharing-contract.ts';
import { useSay } from '../../records/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Field, Select } from '../../ui/field.tsx';
import styles from './sharing-view.module.css';

type CopyKeyFormProps = {
  readonly name: string;
  /** Why the last key did not open it. */
  readonly problem: string | undefined;
  readonly onKey: (key: CopyKey) => void;
  readonly onCancel: () => void;
};

/** Asks for what opens a wrapped bundle. */
export function CopyKeyForm({ name, problem, onKey, onCancel }: CopyKeyFormProps) {
  const say = useSay();
  const [kind, setKind] = useState<CopyKey['kind']>('passphrase');
  const [text, setText] = useState('');
  const open = () => {
    const typed = text.trim();
    if (typed === '') return;
    onKey(
      kind === 'passphrase' ? { kind, passphrase: text } : { kind, identities: typed.split(/\s+/) },
    );
  };
  return (
    <section className={styles['result']} aria-label={say(m.needsKey, { name })}>
      <h3>{say(m.needsKey, { name })}</h3>
      <div className={styles['pair']}>
        <Select
          label={say(m.keyKind)}
          value={kind}
          onChange={setKind}
          options={[
            { value: 'passphrase', label: say(m.keyPassphrase) },
            { value: 'identity', label: say(m.keyIdentity) },
          ]}
        />
        <Field
          label={say(kind === 'passphrase' ? m.keyPassphrase : m.identity)}
          hint={kind === 'identity' ? say(m.identityHint) : undefined}
          problem={problem}
          value={text}
          maxLength={1024}
          mono
          autoFocus
          onChange={setText}
          onEnter={open}
        />
      </div>
      <div className={styles['buttons']}>
        <Button look="primary" onClick={open}>
          {say(m.open)}
        </Button>
        <Button onClick={onCancel}>{say(frameMessages.cancel)}</Button>
      </div>
    </section>
  );
}
