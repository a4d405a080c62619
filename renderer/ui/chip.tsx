import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './chip.module.css';
import { classNames } from './class-names.ts';
import { countText } from './count-text.ts';

type ChipProps = {
  readonly children: ReactNode;
  readonly look?: 'plain' | 'mono' | 'problem' | undefined;
  readonly title?: string | undefined;
  readonly onRemove?: (() => void) | undefined;
  readonly removeName?: string | undefined;
};

const removeIcon = <X size={12} aria-hidden />;

/** A small piece of data that belongs to something. */
export function Chip({ children, look = 'plain', title, onRemove, removeName }: ChipProps) {
  return (
    <span className={classNames(styles['chip'], styles[look])} title={title}>
      <span className={styles['text']}>{children}</span>
      {onRemove && (
        <button
          type="button"
          className={styles['remove']}
          aria-label={removeName}
          onClick={onRemove}
        >
          {removeIcon}
        </button>
      )}
    </span>
  );
}

type ToggleChipProps = {
  readonly pressed: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
  readonly name?: string | undefined;
  /** How many things it would show. */
  readonly count?: number | undefined;
};

/** A chip that is on or off. */
export function ToggleChip({ pressed, onToggle, children, name, count }: ToggleChipProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      aria-label={name}
      title={name}
      className={styles['toggle']}
      onClick={onToggle}
    >
      {children}
      {count !== undefined && <span className={styles['count']}>{countText(count)}</span>}
    </button>
  );
}
