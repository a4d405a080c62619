import type { CitedRow } from '#shared/domain/entry.ts';
import { logMessages as m } from '#shared/i18n/logs-messages.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { useRecords } from '../data/use-records.ts';
import styles from './cited-rows.module.css';
import { useSay } from './language.tsx';
import { useWorkspace } from './workspace.tsx';

/** The rows of logs that an entry cites, as they stood in their files; each opens its record. */
export function CitedRows({ rows }: { readonly rows: readonly CitedRow[] }) {
  const say = useSay();
  const { openLogRow } = useWorkspace();
  const sources = useRecords('sources');
  return (
    <ul className={styles['rows']}>
      {rows.map(({ source, line, sha256, text }) => {
        const name = sources.find(({ id }) => id === source)?.source?.name;
        const values = { file: visibleText(name ?? say(m.sourceMissing)), line: String(line) };
        return (
          <li key={`${source} ${line} ${sha256}`}>
            <button
              type="button"
              className={styles['open']}
              aria-label={say(m.citedOpen, values)}
              disabled={name === undefined}
              onClick={() => openLogRow({ source, line })}
            >
              {say(m.citedLine, values)}
            </button>
            <pre className={styles['text']}>{visibleText(text)}</pre>
          </li>
        );
      })}
    </ul>
  );
}
