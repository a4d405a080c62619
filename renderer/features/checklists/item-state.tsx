import { Ban, Check, Circle, CircleDot, Minus } from 'lucide-react';
import type { ItemState } from '#shared/domain/checklist.ts';
import styles from './item-state.module.css';

const icons = {
  open: Circle,
  doing: CircleDot,
  done: Check,
  'not-applicable': Minus,
  blocked: Ban,
};

/** The shape of a state; whoever draws it says its name beside it or in a label. */
export function ItemStateMark({ state }: { readonly state: ItemState }) {
  const Icon = icons[state];
  return (
    <span className={styles['mark']} data-state={state} aria-hidden>
      <Icon size={14} strokeWidth={state === 'done' ? 3 : 2} />
    </span>
  );
}
