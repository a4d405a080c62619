import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { removeAuthority } from '#shared/application/decisions.ts';
import { type Authority, powers } from '#shared/domain/authority.ts';
import { decisionMessages as m, powerMessages } from '#shared/i18n/decision-messages.ts';
import { useSay } from '../../records/language.tsx';
import { ReasonDialog } from '../../records/reason-dialog.tsx';
import { useSaving } from '../../records/use-saving.ts';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { AuthorityForm } from './authority-form.tsx';
import { authorityText } from './authority-text.ts';
import styles from './decisions-view.module.css';
import { useAuthorities } from './use-decisions.ts';

/** Who may do what, their deputies, and how to reach them without a network. */
export function AuthorityTab() {
  const say = useSay();
  const { canWrite } = useWorkspace();
  const save = useSaving();
  const authorities = useAuthorities();
  const [editing, setEditing] = useState<{ readonly line: Authority | undefined }>();
  const [removing, setRemoving] = useState<Authority>();
  const sorted = authorities.toSorted((a, b) => powers.indexOf(a.power) - powers.indexOf(b.power));
  const add = canWrite && (
    <Button
      look="primary"
      icon={<Plus size={16} aria-hidden />}
      onClick={() => setEditing({ line: undefined })}
    >
      {say(m.addAuthority)}
    </Button>
  );
  return (
    <div className={styles['tab']}>
      {sorted.length === 0 ? (
        <EmptyState title={say(m.authorityEmptyTitle)} actions={add}>
          <p>{say(canWrite ? m.authorityEmptyText : m.readOnly)}</p>
        </EmptyState>
      ) : (
        <>
          <div className={styles['bar']}>{add}</div>
          <div
            className={styles['scroll']}
            tabIndex={0}
            role="region"
            aria-label={say(m.authorityTable)}
          >
            <table className={styles['table']}>
              <thead>
                <tr>
                  <th scope="col">{say(m.power)}</th>
                  <th scope="col">{say(m.scope)}</th>
                  <th scope="col">{say(m.holder)}</th>
                  <th scope="col">{say(m.reach)}</th>
                  <th scope="col">{say(m.deputies)}</th>
                  <th scope="col">{say(m.conditions)}</th>
                  {canWrite && (
                    <th scope="col">
                      <span className="visually-hidden">{say(m.edit)}</span>
                    </th>
                  )}
                </tr>
              </thead>
              <tbody>
                {sorted.map((line) => (
                  <tr key={line.id}>
                    <th scope="row">{say(powerMessages[line.power])}</th>
                    <td>{(line.scope ?? '') === '' ? say(m.everything) : line.scope}</td>
                    <td>
                      {line.holder}
                      {(line.role ?? '') !== '' && <small>{line.role}</small>}
                    </td>
                    <td className={styles['reach']}>{line.reach}</td>
                    <td>
                      {(line.deputies ?? []).map(({ name, reach }, index) => (
                        // Two deputies may have one name; their order is what matters.
                        <p key={index}>
                          {name} <span className={styles['reach']}>{reach}</span>
                        </p>
                      ))}
                    </td>
                    <td>{line.conditions}</td>
                    {canWrite && (
                      <td className={styles['acts']}>
                        <IconButton
                          name={say(m.editLine, { name: authorityText(line, say) })}
                          icon={<Pencil size={14} aria-hidden />}
                          onClick={() => setEditing({ line })}
                        />
                        <IconButton
                          name={say(m.removeLine, { name: authorityText(line, say) })}
                          icon={<Trash2 size={14} aria-hidden />}
                          onClick={() => setRemoving(line)}
                        />
                      </td>
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      {editing !== undefined && (
        <AuthorityForm line={editing.line} onClose={() => setEditing(undefined)} />
      )}
      {removing !== undefined && (
        <ReasonDialog
          title={say(m.authorityRemoveTitle)}
          action={say(m.remove)}
          onConfirm={(reason) =>
            save(
              (writing) => removeAuthority(writing, removing.id, reason),
              say(m.authorityRemoved),
            )
          }
          onClose={() => setRemoving(undefined)}
        />
      )}
    </div>
  );
}
