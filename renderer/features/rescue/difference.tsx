import { listMessages as m, listRegisterMessages } from '#shared/i18n/list-messages.ts';
import { say as sayIn } from '#shared/i18n/messages.ts';
import { listKinds } from '#shared/import/lists/list-mapping.ts';
import type { RescueLook } from '#shared/ipc/rescue-contract.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import styles from './rescue-dialog.module.css';

/** How what would be taken in differs from what stands on the registers; nothing where nothing stands. */
export function Difference({ against }: { readonly against: RescueLook['against'] }) {
  const say = useSay();
  const language = useLanguage();
  if (against === null) return null;
  const told = listKinds.filter((kind) => against[kind].merged + against[kind].known > 0);
  if (told.length === 0) return null;
  const { completed } = against;
  return (
    <section aria-label={say(m.difference)} className={styles['account']}>
      {told.map((kind) => (
        <p key={kind}>
          {say(m.differs, { register: say(listRegisterMessages[kind]), ...against[kind] })}
        </p>
      ))}
      {completed.length > 0 && (
        <details>
          <summary>{sayIn(language, m.completed, { n: completed.length })}</summary>
          <ul className={styles['completed']}>
            {completed.map(({ register, name, fields }) => (
              <li key={`${register} ${name}`}>
                {say(m.completes, { name: visibleText(name), fields: fields.join(', ') })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
