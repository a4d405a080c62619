import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

type EmptyStateProps = {
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** `wide` for a list of choices. */
  readonly width?: 'text' | 'wide';
};

/** What a view says when it has nothing to show: what it is for, and the first thing to do. */
export function EmptyState({ title, children, actions, width = 'text' }: EmptyStateProps) {
  return (
    <div className={styles['empty']} data-width={width}>
      <p className={styles['title']}>{title}</p>
      {children !== undefined && <div className={styles['text']}>{children}</div>}
      {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
    </div>
  );
}
