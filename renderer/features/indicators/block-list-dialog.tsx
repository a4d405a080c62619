import { useMemo, useState } from 'react';
import type { RegisteredIndicator } from '#shared/application/indicators.ts';
import {
  type BlockListFormat,
  blockListFormats,
  writeBlockList,
} from '#shared/export/block-list.ts';
import { indicatorMessages } from '#shared/i18n/indicator-messages.ts';
import { indicatorViewMessages as m } from '#shared/i18n/indicator-view-messages.ts';
import { useIncident } from '../../data/use-records.ts';
import { useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/field.tsx';
import styles from './block-list-dialog.module.css';

type BlockListDialogProps = {
  readonly register: readonly RegisteredIndicator[];
  readonly onClose: () => void;
};

/** What is to be blocked, as another program reads it: seen before it is copied. */
export function BlockListDialog({ register, onClose }: BlockListDialogProps) {
  const say = useSay();
  const { announce } = useWorkspace();
  const { title = '' } = useIncident();
  const [format, setFormat] = useState<BlockListFormat>('plain');
  const { text, ...counts } = useMemo(
    () => writeBlockList(format, register, { title, at: new Date().toISOString() }),
    [format, register, title],
  );
  return (
    <Dialog
      title={say(m.blockListTitle)}
      closeName={say(m.closeDetail)}
      onClose={onClose}
      width="wide"
    >
      <div className={styles['body']}>
        <p className={styles['muted']}>{say(m.blockListLead)}</p>
        <div className={styles['row']}>
          <Select
            label={say(m.blockListFormat)}
            value={format}
            onChange={setFormat}
            options={blockListFormats.map((value) => ({ value, label: value }))}
            autoFocus
          />
          <CopyButton
            name={say(m.blockListCopy)}
            text={text}
            onCopied={(taken) =>
              announce(say(taken ? m.copied : m.notCopied), taken ? 'good' : 'danger')
            }
          />
        </div>
        <p role="status">{say(indicatorMessages.blockListWritten, counts)}</p>
        <pre
          className={styles['text']}
          tabIndex={0}
          role="region"
          aria-label={say(m.blockListText)}
        >
          {text}
        </pre>
      </div>
    </Dialog>
  );
}
