import { FileDown } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import styles from './file-drop.module.css';

type FileDropProps = {
  readonly canWrite: boolean;
  /** What will become of the files. */
  readonly title: string;
  readonly note?: string | undefined;
  readonly onDrop: (files: readonly File[]) => void;
};

/** Takes files that are dropped anywhere on the window, and says beforehand what will become of them. */
export function FileDrop({ canWrite, title, note, onDrop }: FileDropProps) {
  const [over, setOver] = useState(false);
  const latest = useRef({ canWrite, onDrop });
  useEffect(() => {
    latest.current = { canWrite, onDrop };
  }, [canWrite, onDrop]);

  useEffect(() => {
    const enter = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer)
        event.dataTransfer.dropEffect = latest.current.canWrite ? 'copy' : 'none';
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      // No other element under the pointer: it has left the window.
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0 && latest.current.canWrite) latest.current.onDrop(files);
    };
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragover', enter);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragover', enter);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, []);

  if (!over) return null;
  return (
    <div className={styles['over']}>
      <div className={styles['frame']}>
        <FileDown size={24} aria-hidden />
        <p className={styles['title']}>{title}</p>
        {note !== undefined && <p>{note}</p>}
      </div>
    </div>
  );
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}
