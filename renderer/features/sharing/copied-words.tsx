import { sharingMessages as m } from '#shared/i18n/sharing-messages.ts';
import { useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import styles from './sharing-view.module.css';

type CopiedWordsProps = {
  /** Twelve words, or hex digits. */
  readonly words: string;
  /** What the button beside them does. */
  readonly copyName: string;
};

/** Twelve words in their order, to be read to somebody word by word. */
export function CopiedWords({ words, copyName }: CopiedWordsProps) {
  const say = useSay();
  const { announce } = useWorkspace();
  return (
    <span className={styles['words']}>
      <ol>
        {words.split(' ').map((word, index) => (
          <li key={`${index} ${word}`}>{word}</li>
        ))}
      </ol>
      <CopyButton
        name={copyName}
        text={words}
        onCopied={(taken) =>
          announce(say(taken ? m.copied : m.notCopied), taken ? 'good' : 'danger')
        }
      />
    </span>
  );
}
