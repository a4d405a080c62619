import type { ReactNode } from 'react';
import type { EntryKind } from '#shared/domain/entry-kind.ts';
import { entryKindMessages } from './entry-kind-message.ts';
import styles from './kind-mark.module.css';
import { useSay } from './language.tsx';

/** Column of each kind at the left edge of the timeline: who acts, from the adversary to the desk. */
export const kindLanes: Readonly<Record<EntryKind, number>> = {
  adversary: 0,
  observation: 1,
  environment: 1,
  response: 2,
  decision: 3,
  milestone: 3,
  question: 3,
  communication: 4,
  note: 4,
};

const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.6 };

const shapes: Readonly<Record<EntryKind, ReactNode>> = {
  adversary: <path d="M6 0.8 11.2 6 6 11.2 0.8 6z" fill="currentColor" />,
  observation: <circle cx="6" cy="6" r="4" {...line} />,
  environment: <rect x="2" y="2" width="8" height="8" {...line} />,
  response: <circle cx="6" cy="6" r="4.6" fill="currentColor" />,
  decision: <path d="M6 1 11.4 10.6H0.6z" fill="currentColor" />,
  milestone: <path d="M2.5 11.5V1h7.5L8 4l2 3H3.6" {...line} strokeLinejoin="round" />,
  question: (
    <path d="M3.2 4a2.8 2.8 0 1 1 4.4 2.3C6.5 7 6 7.4 6 8.4M6 10v1.4" {...line} strokeWidth="1.8" />
  ),
  communication: <path d="M1.2 1.8h9.6v6.4H6L3.4 10.8V8.2H1.2z" {...line} strokeLinejoin="round" />,
  note: <path d="M2 3h8M2 6h8M2 9h5" {...line} />,
};

/** The shape that stands for a kind of entry; its name is read out and shown when pointed at. */
export function KindMark({ kind }: { readonly kind: EntryKind }) {
  const say = useSay();
  const name = say(entryKindMessages[kind]);
  return (
    <span className={styles['mark']} title={name} data-kind={kind}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden>
        {shapes[kind]}
      </svg>
      <span className="visually-hidden">{name}</span>
    </span>
  );
}
