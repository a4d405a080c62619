import type { StatusGroup } from '#shared/application/status-board.ts';
import { useSay } from '../../records/language.tsx';
import { type AnyState, stateMessage } from './record-detail.tsx';
import type { StatefulRegister } from './state-form.tsx';
import styles from './state-mark.module.css';

type StateMarkProps = {
  readonly register: StatefulRegister;
  readonly state: AnyState | undefined;
  readonly group: StatusGroup;
};

const noState: AnyState = { value: '', because: '', entries: [] };

/** A state in words, with a mark whose form says how far it is contained. */
export function StateMark({ register, state, group }: StateMarkProps) {
  const say = useSay();
  return (
    <span className={styles['state']} data-group={group}>
      <span className={styles['mark']} aria-hidden />
      {say(stateMessage(register, state ?? noState))}
    </span>
  );
}
