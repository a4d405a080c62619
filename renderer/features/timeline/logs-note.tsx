import { logMessages } from '#shared/i18n/logs-messages.ts';
import { searchMessages as m } from '#shared/i18n/search-messages.ts';
import type { FilterField } from '#shared/domain/entry-match.ts';
import type { Message } from '#shared/i18n/messages.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { useSay } from '../../records/language.tsx';
import { RowsProblemBanner } from '../../records/rows-problem-banner.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './logs-note.module.css';
import type { TimelineLogs } from './use-timeline-logs.ts';

/** What rows of logs lack, by the condition that asks for it. */
const lacked: Partial<Readonly<Record<FilterField, Message>>> = {
  stages: m.rowStage,
  kinds: m.rowKind,
  accounts: m.rowAccounts,
  techniques: m.rowTechniques,
  tags: m.rowTags,
  authors: m.rowAuthor,
  confidences: m.rowConfidence,
  starred: m.rowStar,
  hasEvidence: m.rowEvidence,
  corrected: m.rowCorrection,
  openQuestion: m.rowQuestion,
  withdrawn: m.rowWithdrawal,
};

/** Why log rows that were asked for are not in the list, in words; nothing when they are. */
export function LogsNote({ logs }: { readonly logs: TimelineLogs }) {
  const say = useSay();
  const { show } = useWorkspace();
  const { hidingFields, missing, problem, retry, areThere } = logs;
  const names = hidingFields.flatMap((field) => {
    const name = lacked[field];
    return name === undefined ? [] : [say(name)];
  });
  return (
    <>
      <RowsProblemBanner problem={problem} onRetry={retry} />
      {areThere && names.length > 0 && (
        <p className={styles['note']} role="status">
          {say(m.rowsHidden, { what: names.join(say(m.rowsLackAnd)) })}
        </p>
      )}
      {missing.length > 0 && (
        <p className={styles['note']} role="status">
          {say(m.rowsMissing, { files: missing.map(visibleText).join(say(m.rowsLackAnd)) })}{' '}
          <Button look="quiet" onClick={() => show('logs')}>
            {say(logMessages.title)}
          </Button>
        </p>
      )}
    </>
  );
}
