import type { EntryKind } from '#shared/domain/entry-kind.ts';
import { entryKindMessages } from '#shared/i18n/entry-words.ts';
import styles from './kind-mark.module.css';
import { useSay } from './language.tsx';

/** One path each: in a list a row that becomes another changes its shape, and no element is made for it. */
const shapes: Readonly<Record<EntryKind, string>> = {
  adversary: 'M6 0.8 11.2 6 6 11.2 0.8 6z',
  observation: 'M2 6a4 4 0 1 0 8 0a4 4 0 1 0-8 0z',
  environment: 'M2 2h8v8H2z',
  response: 'M1.4 6a4.6 4.6 0 1 0 9.2 0a4.6 4.6 0 1 0-9.2 0z',
  decision: 'M6 1 11.4 10.6H0.6z',
  milestone: 'M2.5 11.5V1h7.5L8 4l2 3H3.6',
  question: 'M3.2 4a2.8 2.8 0 1 1 4.4 2.3C6.5 7 6 7.4 6 8.4M6 10v1.4',
  communication: 'M1.2 1.8h9.6v6.4H6L3.4 10.8V8.2H1.2z',
  note: 'M2 3h8M2 6h8M2 9h5',
};

/** The shape that stands for a kind of entry; its name is read out and shown when pointed at. */
export function KindMark({ kind }: { readonly kind: EntryKind }) {
  const say = useSay();
  const name = say(entryKindMessages[kind]);
  return (
    <span role="img" aria-label={name} title={name} className={styles['mark']} data-kind={kind}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden>
        <path d={shapes[kind]} />
      </svg>
    </span>
  );
}
