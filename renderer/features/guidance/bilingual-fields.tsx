import type { Bilingual } from '#shared/catalogue/bilingual.ts';
import { useLanguage } from '../../records/language.tsx';
import { TextArea } from '../../ui/field.tsx';
import styles from './guidance-dialog.module.css';

type Props = {
  readonly labels: Bilingual;
  readonly value: Bilingual;
  readonly onChange: (value: Bilingual) => void;
  readonly onSubmit: () => void;
  readonly hint?: string;
  readonly autoFocus?: boolean;
};

/** A text in both languages, the reader's first. */
export function BilingualFields({ labels, value, onChange, onSubmit, hint, autoFocus }: Props) {
  const language = useLanguage();
  const order = language === 'ja' ? (['ja', 'en'] as const) : (['en', 'ja'] as const);
  return (
    <div className={styles['pair']}>
      {order.map((each, index) => (
        <TextArea
          key={each}
          rows={1}
          label={labels[each]}
          value={value[each]}
          onChange={(text) => onChange({ ...value, [each]: text })}
          onSubmit={onSubmit}
          {...(hint !== undefined && index === 0 && { hint })}
          autoFocus={autoFocus === true && index === 0}
        />
      ))}
    </div>
  );
}
