import { Check, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { type IntrusionPath, namePath, removePath } from '#shared/application/kill-chain.ts';
import { frameMessages } from '#shared/i18n/frame-messages.ts';
import { chainMessages as m } from '#shared/i18n/kill-chain-messages.ts';
import { useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import styles from './path-dialog.module.css';
import { useChainWriting } from './use-chain-writing.ts';

type PathDialogProps = {
  readonly paths: readonly IntrusionPath[];
  readonly onClose: () => void;
};

/** Names intrusion paths, and takes them off the list. */
export function PathDialog({ paths, onClose }: PathDialogProps) {
  const say = useSay();
  const write = useChainWriting();
  const { canWrite } = useWorkspace();
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string>();
  const add = async () => {
    const given = name.trim();
    const wrong = await write(
      (writing) => namePath(writing, name),
      say(m.pathAdded, { name: given }),
    );
    setProblem(wrong);
    if (wrong === undefined) setName('');
  };
  return (
    <Dialog title={say(m.pathsTitle)} closeName={say(frameMessages.close)} onClose={onClose}>
      <p className={styles['lead']}>{say(m.pathsText)}</p>
      <ul className={styles['paths']}>
        {paths.map((path) => (
          <PathRow key={path.id} path={path} />
        ))}
      </ul>
      {canWrite && (
        <div className={styles['row']}>
          <Field
            label={say(m.pathName)}
            value={name}
            onChange={setName}
            onEnter={() => void add()}
            problem={problem}
            maxLength={200}
            autoFocus
          />
          <Button look="primary" onClick={() => void add()}>
            {say(m.pathAdd)}
          </Button>
        </div>
      )}
    </Dialog>
  );
}

function PathRow({ path }: { readonly path: IntrusionPath }) {
  const say = useSay();
  const write = useChainWriting();
  const { canWrite } = useWorkspace();
  const [name, setName] = useState(path.name);
  const [problem, setProblem] = useState<string>();
  const rename = async () =>
    setProblem(
      await write(
        (writing) => namePath(writing, name, path.id),
        say(m.pathRenamed, { name: name.trim() }),
      ),
    );
  return (
    <li className={styles['row']}>
      <Field
        label={say(m.pathRename, { name: path.name })}
        labelHidden
        value={name}
        onChange={setName}
        onEnter={() => void rename()}
        problem={problem}
        maxLength={200}
        disabled={!canWrite}
      />
      <IconButton
        name={say(m.pathRename, { name: path.name })}
        icon={<Check size={16} aria-hidden />}
        disabled={!canWrite || name.trim() === path.name}
        onClick={() => void rename()}
      />
      <IconButton
        name={say(m.pathRemove, { name: path.name })}
        icon={<Trash2 size={16} aria-hidden />}
        disabled={!canWrite}
        onClick={() =>
          void write(
            (writing) => removePath(writing, path.id, say(m.pathRemovedReason)),
            say(m.pathRemoved, { name: path.name }),
          )
        }
      />
    </li>
  );
}
