import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './banner.module.css';
import { classNames } from './class-names.ts';

type BannerProps = {
  readonly tone: 'note' | 'warning' | 'danger';
  readonly children: ReactNode;
  readonly actions?: ReactNode;
};

const icons = { note: Info, warning: TriangleAlert, danger: CircleAlert };

/** Something that is true of the whole window until it changes. */
export function Banner({ tone, children, actions }: BannerProps) {
  const Icon = icons[tone];
  return (
    <div
      className={classNames(styles['banner'], styles[tone])}
      role={tone === 'danger' ? 'alert' : 'status'}
    >
      <Icon size={16} aria-hidden />
      <div className={styles['text']}>{children}</div>
      {actions}
    </div>
  );
}
