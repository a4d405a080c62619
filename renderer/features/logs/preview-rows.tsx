import { logMessages as m } from '#shared/i18n/logs-messages.ts';
import type { LogPreviewReply } from '#shared/ipc/log-contract.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { useSay } from '../../records/language.tsx';
import styles from './import-dialog.module.css';
import { LogTimeText } from '../../records/log-time-text.tsx';
import { rowLine } from '../../records/row-line.ts';

/** The first rows as they would be read with the answers there are. */
export function PreviewRows({ rows }: { readonly rows: LogPreviewReply['rows'] }) {
  const say = useSay();
  return (
    <div className={styles['preview']} tabIndex={0} role="group" aria-label={say(m.firstRows)}>
      <table>
        <caption>{say(m.firstRows)}</caption>
        <thead>
          <tr>
            {[m.time, m.host, m.kind, m.text].map((heading) => (
              <th key={heading.en} scope="col">
                {say(heading)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ time, timeText, host, kind, text }, at) => (
            <tr key={at}>
              <td>
                <LogTimeText time={time} timeText={timeText} />
              </td>
              <td>{visibleText(host)}</td>
              <td>{visibleText(kind)}</td>
              <td>{rowLine(text, [])[0]?.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
