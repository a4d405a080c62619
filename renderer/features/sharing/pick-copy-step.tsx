import { PackageOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './sharing-view.module.css';

type PickCopyStepProps = {
  /** What is said before anything was chosen. */
  readonly children: ReactNode;
  /** Why what was chosen is none, line by line; undefined before anything was. */
  readonly refused?: readonly string[] | undefined;
  /** What stands above those lines. */
  readonly refusedLead?: string;
  readonly choose: string;
  readonly onChoose: () => void;
};

/** The first step with somebody's copy: it is chosen, and chosen again when it was none. */
export function PickCopyStep(props: PickCopyStepProps) {
  const { children, refused, refusedLead, choose, onChoose } = props;
  return (
    <>
      {refused === undefined ? (
        children
      ) : (
        <Banner tone="danger">
          {refusedLead !== undefined && <p>{refusedLead}</p>}
          <ul className={styles['said']}>
            {refused.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Banner>
      )}
      <div className={styles['buttons']}>
        <Button
          look="primary"
          data-autofocus
          icon={<PackageOpen size={16} aria-hidden />}
          onClick={onChoose}
        >
          {choose}
        </Button>
      </div>
    </>
  );
}
