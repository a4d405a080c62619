import { useState } from 'react';
import { sharingMessages as m } from '#shared/i18n/sharing-messages.ts';
import { useSay } from '../../records/language.tsx';
import { useAnnounce } from '../../records/workspace.tsx';
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
  const announce = useAnnounce();
  const [said, setSaid] = useState('');
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
        onCopied={(taken) => {
          const text = say(taken ? m.copied : m.notCopied);
          if (announce === undefined) setSaid(text);
          else announce(text, taken ? 'good' : 'danger');
        }}
      />
      {announce === undefined && (
        <span className={styles['muted']} role="status">
          {said}
        </span>
      )}
    </span>
  );
}
