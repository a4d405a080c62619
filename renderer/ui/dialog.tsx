import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { IconButton } from './button.tsx';
import { classNames } from './class-names.ts';
import styles from './dialog.module.css';
import { isComposing } from './is-composing.ts';

type DialogProps = {
  readonly title: string;
  readonly titleHidden?: boolean;
  readonly closeName: string;
  readonly onClose: () => void;
  readonly width?: 'narrow' | 'medium' | 'wide';
  readonly children: ReactNode;
  /** Buttons at the foot, the main one last. */
  readonly actions?: ReactNode;
};

/** A modal window on the browser's own dialog: focus stays inside and goes back where it was. */
export function Dialog(props: DialogProps) {
  const { title, titleHidden, closeName, onClose, width = 'medium', children, actions } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    if (element && !element.open) element.showModal();
    element?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => {
      element?.close();
      if (!(before instanceof HTMLElement)) return;
      // close() gives the focus back while the page is still inert, and Chromium then lets nothing be
      // typed there: the focus has to come anew.
      before.blur();
      before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      className={classNames(styles['dialog'], styles[width])}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => {
        // Escape that ends a composition must not close the window.
        if (event.key === 'Escape' && isComposing(event)) event.preventDefault();
        event.stopPropagation();
      }}
      onMouseDown={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div className={styles['sheet']}>
        <header className={titleHidden ? 'visually-hidden' : styles['header']}>
          <h2 id={titleId}>{title}</h2>
          {!titleHidden && (
            <IconButton name={closeName} icon={<X size={16} aria-hidden />} onClick={onClose} />
          )}
        </header>
        <div className={styles['body']}>{children}</div>
        {actions !== undefined && <footer className={styles['footer']}>{actions}</footer>}
      </div>
    </dialog>
  );
}
