import { isOverdue } from '#shared/application/actions.ts';
import type { ActionFields, ActionState } from '#shared/domain/action.ts';
import { formatInstant } from '#shared/domain/time/format-time.ts';
import { actionViewMessages as m } from '#shared/i18n/action-view-messages.ts';
import { actionStateMessages } from '#shared/i18n/report-audience-messages.ts';
import { categoryMessages, layerMessages } from '#shared/i18n/report-review-messages.ts';
import { excerpt, visibleText } from '#shared/report/visible-text.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { StageChip } from '../../records/stage-chip.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Chip } from '../../ui/chip.tsx';
import styles from './action-table.module.css';

type Listed = ActionFields & {
  readonly id: string;
  readonly text: string;
  readonly state: ActionState;
  /** Where it is listed over several notebooks. */
  readonly notebook?: string;
};

type ActionTableProps = {
  readonly actions: readonly Listed[];
  readonly nowMs: number;
  readonly name: string;
  /** Without it the list is for reading. */
  readonly onOpen?: ((id: string) => void) | undefined;
};

/** Actions, most urgent first; Enter on one opens it. */
export function ActionTable({ actions, nowMs, name, onOpen }: ActionTableProps) {
  const say = useSay();
  const language = useLanguage();
  const { zone } = useWorkspace();
  const withNotebook = actions.some(({ notebook }) => notebook !== undefined);
  const due = (at: string): string =>
    formatInstant(Date.parse(at), { zone, locale: language, style: 'short' }, 'minute');
  return (
    <table className={styles['table']} aria-label={name}>
      <thead>
        <tr>
          <th scope="col">{say(m.columnText)}</th>
          {withNotebook && <th scope="col">{say(m.columnNotebook)}</th>}
          <th scope="col">{say(m.columnState)}</th>
          <th scope="col">{say(m.columnDue)}</th>
          <th scope="col">{say(m.columnOwner)}</th>
          <th scope="col">{say(m.columnAbout)}</th>
        </tr>
      </thead>
      <tbody>
        {actions.map((action) => {
          const { id, text, state, notebook } = action;
          const shown = visibleText(excerpt(text, 300));
          const isLate = isOverdue(action, nowMs);
          return (
            <tr key={`${notebook ?? ''}/${id}`} data-state={state}>
              <th scope="row" className={styles['text']}>
                {onOpen === undefined ? (
                  shown
                ) : (
                  <button
                    type="button"
                    className={styles['open']}
                    aria-label={say(m.edit, { text: shown })}
                    onClick={() => onOpen(id)}
                  >
                    {shown}
                  </button>
                )}
              </th>
              {withNotebook && (
                <td className={styles['notebook']}>{visibleText(notebook ?? '')}</td>
              )}
              <td>{say(actionStateMessages[state])}</td>
              <td className={styles['due']}>
                {action.due == null ? (
                  <span className={styles['missing']}>{say(m.noDue)}</span>
                ) : (
                  <span>{due(action.due)}</span>
                )}
                {isLate && <Chip look="problem">{say(m.overdue)}</Chip>}
              </td>
              <td>
                {action.owner ? (
                  visibleText(action.owner)
                ) : (
                  <span className={styles['missing']}>{say(m.noOwner)}</span>
                )}
              </td>
              <td className={styles['about']}>
                {action.stage != null && <StageChip stage={action.stage} look="named" />}
                {action.layer != null && <Chip>{say(layerMessages[action.layer])}</Chip>}
                {action.category != null && <Chip>{say(categoryMessages[action.category])}</Chip>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
