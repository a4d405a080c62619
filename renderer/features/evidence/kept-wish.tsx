import { evidenceFieldMessages } from '#shared/i18n/evidence-field-messages.ts';
import { intakeMessages as m } from '#shared/i18n/intake-messages.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './evidence-view.module.css';
import type { WishDraft } from './intake-wish.ts';

type KeptWishProps = { readonly wish: WishDraft; readonly onClear: () => void };

/** What will be done with everything that is added next, so that nobody is surprised by it. */
export function KeptWish({ wish, onClear }: KeptWishProps) {
  const say = useSay();
  const language = useLanguage();
  const { as, hashes, fields } = wish;
  const n = Object.keys(fields).length;
  const parts = [
    ...(as === 'copy' ? [] : [say(as === 'folder' ? m.asFolder : m.asReference)]),
    ...hashes.map((name) => say(evidenceFieldMessages[name])),
    ...(n === 0 ? [] : [say(m.keptFields, { n })]),
  ];
  if (parts.length === 0) return null;
  const what = parts.join(language === 'ja' ? '・' : ', ');
  return (
    <p className={styles['kept']}>
      <span>{say(m.kept, { what })}</span>
      <Button look="quiet" onClick={onClear}>
        {say(m.clear)}
      </Button>
    </p>
  );
}
