import {
  type CSSProperties,
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { Button } from './button.tsx';
import { isComposing } from './is-composing.ts';
import styles from './popover.module.css';

type PopoverProps = {
  /** Id of the button, for whatever else opens it. */
  readonly id: string;
  /** What stands on the button. */
  readonly label: string;
  readonly icon: ReactNode;
  /** Name of what it opens. */
  readonly title: string;
  readonly children: (close: () => void) => ReactNode;
};

/** Between the panel and the edges of the window, in px. */
const gapPx = 8;
/** Less room than this below the button is too little to choose in. */
const leastHeightPx = 220;

/** A button with a panel that lies over what stands below; what is changed in it is seen at once. */
export function Popover({ id, label, icon, title, children }: PopoverProps) {
  const [open, setOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = useCallback(() => {
    setOpen(false);
    button.current?.focus();
  }, []);
  useEffect(() => {
    if (!open) return undefined;
    const leave = (event: Event) => {
      const { target } = event;
      if (target instanceof Node && !frame.current?.contains(target)) setOpen(false);
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
    };
  }, [open]);
  return (
    <div
      ref={frame}
      className={styles['frame']}
      onKeyDown={(event) => {
        if (!open || event.key !== 'Escape' || isComposing(event)) return;
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      <Button
        ref={button}
        id={id}
        icon={icon}
        className={styles['button']}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {label}
      </Button>
      {open && (
        <Panel title={title} button={button}>
          {children(close)}
        </Panel>
      )}
    </div>
  );
}

type PanelProps = {
  readonly title: string;
  readonly button: { readonly current: HTMLButtonElement | null };
  readonly children: ReactNode;
};

function Panel({ title, button, children }: PanelProps) {
  const panel = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<CSSProperties>({ visibility: 'hidden' });
  useLayoutEffect(() => {
    // Over everything, and placed in the window whatever contains the button.
    panel.current?.showPopover?.();
    const put = () => {
      const from = button.current?.getBoundingClientRect();
      const width = panel.current?.offsetWidth;
      if (from === undefined || width === undefined) return;
      const left = Math.max(gapPx, Math.min(from.left, innerWidth - width - gapPx));
      const below = from.bottom + gapPx / 2;
      const top = Math.max(gapPx, Math.min(below, innerHeight - leastHeightPx - gapPx));
      setPlace({ left, top, maxHeight: innerHeight - top - gapPx });
    };
    put();
    addEventListener('resize', put);
    return () => removeEventListener('resize', put);
  }, [button]);
  const isPlaced = place.visibility === undefined;
  useEffect(() => {
    // What is hidden cannot take the focus.
    if (isPlaced) panel.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
  }, [isPlaced]);
  return (
    <div
      ref={panel}
      popover="manual"
      role="dialog"
      aria-label={title}
      className={styles['panel']}
      style={place}
    >
      {children}
    </div>
  );
}
