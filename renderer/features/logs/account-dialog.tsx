import { useCallback, useEffect, useState } from 'react';
import { frameMessages } from '#shared/i18n/frame-messages.ts';
import { noteMessages, skipMessages } from '#shared/i18n/import-messages.ts';
import { logMessages as m } from '#shared/i18n/logs-messages.ts';
import { skipReasons } from '#shared/import/log-row.ts';
import type { IpcReply } from '#shared/ipc/contract.ts';
import type { RowAccount } from '#shared/ipc/log-contract.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { useSay } from '../../records/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { accountText } from './account-text.ts';
import styles from './account-dialog.module.css';

type Skipped = Extract<IpcReply<'rows:skipped'>, { ok: true }>['value'];

type AccountDialogProps = {
  readonly desktop: Desktop;
  readonly source: string;
  readonly name: string;
  readonly account: RowAccount;
  readonly onClose: () => void;
};

/** What became of every record of a log: counted by reason, and every skipped line listed. */
export function AccountDialog({ desktop, source, name, account, onClose }: AccountDialogProps) {
  const say = useSay();
  const [skipped, setSkipped] = useState<Skipped>({ records: [], listed: 0 });
  const load = useCallback(
    async (from: number) => {
      const reply = await desktop['rows:skipped']({ source, from });
      if (!reply.ok) return;
      const { records, listed } = reply.value;
      setSkipped((before) => ({ listed, records: [...before.records.slice(0, from), ...records] }));
    },
    [desktop, source],
  );
  useEffect(() => void load(0), [load]);
  const counts = skipReasons.flatMap((reason) => {
    const n = account.skippedFor[reason] ?? 0;
    return n === 0 ? [] : [{ reason, n }];
  });
  return (
    <Dialog
      title={say(m.account, { name: visibleText(name) })}
      closeName={say(frameMessages.close)}
      onClose={onClose}
    >
      <div className={styles['body']}>
        <p>{accountText(say, account)}</p>
        {account.replaced > 0 && <p>{say(m.accountReplaced, { n: account.replaced })}</p>}
        {account.doubtful > 0 && <p>{say(m.accountDoubtful, { n: account.doubtful })}</p>}
        {account.notes.map((note) => (
          <p key={note}>{say(noteMessages[note])}</p>
        ))}
        {account.sheetsLeft.length > 0 && (
          <p>{say(m.sheetsLeft, { names: visibleText(account.sheetsLeft.join(', ')) })}</p>
        )}
        {account.skipped === 0 && <p>{say(m.accountNoneSkipped)}</p>}
        {counts.length > 0 && (
          <ul>
            {counts.map(({ reason, n }) => (
              <li key={reason}>{say(m.skippedReason, { reason: say(skipMessages[reason]), n })}</li>
            ))}
          </ul>
        )}
        {skipped.records.length > 0 && (
          <ul className={styles['lines']} tabIndex={0} aria-label={say(m.skipped)}>
            {skipped.records.map(({ line, reason }, at) => (
              <li key={at}>
                {say(m.skippedLine, { line: String(line), reason: say(skipMessages[reason]) })}
              </li>
            ))}
          </ul>
        )}
        {skipped.records.length < skipped.listed && (
          <Button onClick={() => void load(skipped.records.length)}>{say(m.skippedMore)}</Button>
        )}
        {skipped.listed > 0 && skipped.listed < account.skipped && (
          <p>{say(m.skippedNotListed, { n: skipped.listed })}</p>
        )}
      </div>
    </Dialog>
  );
}
