import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react';
import styles from './split-pane.module.css';

type SplitPaneProps = {
  /** What the divider changes, for screen readers. */
  readonly dividerName: string;
  readonly main: ReactNode;
  /** What the side is, for screen readers. */
  readonly sideName: string;
  /** The pane on the right; nothing is drawn when it is missing. */
  readonly side?: ReactNode;
  readonly initialWidth?: number;
};

const narrowest = 280;
const widest = 720;
const step = 24;

/** Two panes; the divider moves with the mouse and the arrow keys. Where it is narrow the side lies on top. */
export function SplitPane(props: SplitPaneProps) {
  const { dividerName, main, side, sideName, initialWidth = 380 } = props;
  const [width, setWidth] = useState(initialWidth);
  const resize = (next: number) => setWidth(Math.min(widest, Math.max(narrowest, next)));
  const follow = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const right = event.currentTarget.parentElement?.getBoundingClientRect().right ?? 0;
    resize(right - event.clientX);
  };
  const nudge = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') resize(width + step);
    else if (event.key === 'ArrowRight') resize(width - step);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles['split']}>
      <div className={styles['main']}>{main}</div>
      {side !== undefined && side !== null && (
        <aside className={styles['aside']} aria-label={sideName}>
          <div
            role="separator"
            tabIndex={0}
            aria-label={dividerName}
            aria-orientation="vertical"
            aria-valuenow={width}
            aria-valuemin={narrowest}
            aria-valuemax={widest}
            className={styles['divider']}
            onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
            onPointerMove={follow}
            onKeyDown={nudge}
          />
          <div className={styles['side']} style={{ width }}>
            {side}
          </div>
        </aside>
      )}
    </div>
  );
}
