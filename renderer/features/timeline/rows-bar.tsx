import { Pin } from 'lucide-react';
import { logMessages as m } from '#shared/i18n/logs-messages.ts';
import { useSay } from '../../records/language.tsx';
import type { TaggedRows } from '../../records/use-tagged-rows.ts';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './chosen-bar.module.css';
import { focusTimelineList } from './timeline-list.tsx';

type RowsBarProps = { readonly tagged: TaggedRows; readonly onPin: () => void };

/** How many log rows are tagged, and the way to make entries of them. */
export function RowsBar({ tagged, onPin }: RowsBarProps) {
  const say = useSay();
  const { canWrite } = useWorkspace();
  if (tagged.rows.size === 0) return null;
  return (
    <div className={styles['bar']} role="toolbar" aria-label={say(m.taggedBar)}>
      <span className={styles['count']} role="status">
        {say(m.tagged, { n: tagged.rows.size })}
      </span>
      {canWrite && (
        <Button icon={<Pin size={14} aria-hidden />} onClick={onPin}>
          {say(m.pin)}
        </Button>
      )}
      <Button
        look="quiet"
        onClick={() => {
          tagged.clear();
          focusTimelineList();
        }}
      >
        {say(m.untagAll)}
      </Button>
    </div>
  );
}
