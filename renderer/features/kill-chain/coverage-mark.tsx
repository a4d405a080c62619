import { Check, CircleHelp, Clock, Minus, X } from 'lucide-react';
import type { CoverageState } from '#shared/domain/chain/coverage.ts';
import styles from './coverage-mark.module.css';

const icons = {
  available: Check,
  partial: Minus,
  missing: X,
  'too-short': Clock,
  unknown: CircleHelp,
} as const;

type CoverageMarkProps = { readonly state: CoverageState; readonly name: string };

/** Whether a log is there, by shape and by name. */
export function CoverageMark({ state, name }: CoverageMarkProps) {
  const Icon = icons[state];
  return (
    <span className={styles['mark']} data-state={state} title={name}>
      <Icon size={14} strokeWidth={2.4} aria-hidden />
      <span className="visually-hidden">{name}</span>
    </span>
  );
}
