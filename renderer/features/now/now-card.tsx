import { type ReactNode, useId } from 'react';
import styles from './now-view.module.css';

type NowCardProps = {
  readonly title: string;
  /** How many, beside the title. */
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** One question that the panel answers. */
export function NowCard({ title, note, actions, children }: NowCardProps) {
  const id = useId();
  return (
    <section className={styles['card']} aria-labelledby={id}>
      <header className={styles['head']}>
        <h3 id={id}>{title}</h3>
        {note !== undefined && <span className={styles['note']}>{note}</span>}
        {actions !== undefined && <span className={styles['acts']}>{actions}</span>}
      </header>
      {children}
    </section>
  );
}
