import type { KeyboardEvent, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './long-list.module.css';
import type { RowsInView } from './use-rows-in-view.ts';

type LongListProps = {
  readonly id: string;
  readonly name: string;
  readonly rows: RowsInView;
  readonly count: number;
  /** Id of the row that the keyboard is on. */
  readonly active: string | undefined;
  readonly className?: string | undefined;
  /** What lies over the top of the list. */
  readonly over?: ReactNode;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** The rows that are drawn, each at its place (`topOf`). */
  readonly children: ReactNode;
};

/** The frame of a list of which only the rows in view (`useRowsInView`) are drawn. */
export function LongList(props: LongListProps) {
  const { id, name, rows, count, active, className, over, onKeyDown, children } = props;
  return (
    <div className={classNames(styles['frame'], className)}>
      {over}
      <div
        ref={rows.scroller}
        id={id}
        role="grid"
        tabIndex={0}
        aria-label={name}
        aria-multiselectable
        aria-rowcount={count}
        aria-activedescendant={active}
        className={styles['scroller']}
        onKeyDown={onKeyDown}
      >
        <div role="presentation" className={styles['sheet']} style={{ height: rows.sheetPx }}>
          {children}
        </div>
      </div>
      <div className={styles['focus']} />
    </div>
  );
}
