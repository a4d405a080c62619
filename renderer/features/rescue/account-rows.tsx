import { useEffect, useState } from 'react';
import { say as sayIn } from '#shared/i18n/messages.ts';
import { remarkMessages } from '#shared/i18n/rescue-messages.ts';
import { rescueViewMessages as m } from '#shared/i18n/rescue-view-messages.ts';
import type { RescueLook, RescueRow } from '#shared/ipc/rescue-contract.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { type Say, useLanguage, useSay } from '../../records/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/field.tsx';
import styles from './rescue-dialog.module.css';

const rowsOfAPage = 50;
const rowsAtOnce = 5_000;

const outcomeMessages = {
  taken: m.outcomeTaken,
  changed: m.outcomeChanged,
  guessed: m.outcomeGuessed,
  left: m.outcomeLeft,
} as const;
type Wanted = keyof typeof outcomeMessages | 'all';

type AccountRowsProps = {
  readonly desktop: Desktop;
  readonly id: string;
  readonly look: RescueLook;
};

/** The account of every row of a case, a page at a time, by outcome; all of it can be copied as text. */
export function AccountRows({ desktop, id, look }: AccountRowsProps) {
  const say = useSay();
  const language = useLanguage();
  const [wanted, setWanted] = useState<Wanted>('all');
  const [from, setFrom] = useState(0);
  const [page, setPage] = useState<{
    readonly rows: readonly RescueRow[];
    readonly count: number;
  }>();
  const [said, setSaid] = useState('');
  const outcome = wanted === 'all' ? {} : { outcome: wanted };
  useEffect(() => {
    let isCurrent = true;
    const asked = wanted === 'all' ? {} : { outcome: wanted };
    void desktop['rescue:rows']({ id, from, limit: rowsOfAPage, ...asked }).then((reply) => {
      if (isCurrent && reply.ok) setPage(reply.value);
    });
    return () => {
      isCurrent = false;
    };
    // A case that was read anew has another account.
  }, [desktop, id, look, wanted, from]);

  const copy = async () => {
    const lines: string[] = [];
    for (let at = 0; ; at += rowsAtOnce) {
      const reply = await desktop['rescue:rows']({ id, from: at, limit: rowsAtOnce, ...outcome });
      if (!reply.ok) break;
      lines.push(...reply.value.rows.map((row) => rowText(row, say)));
      if (at + rowsAtOnce >= reply.value.count) break;
    }
    const isTaken = await navigator.clipboard.writeText(lines.join('\n')).then(
      () => true,
      () => false,
    );
    setSaid(isTaken ? sayIn(language, m.copied, { n: lines.length }) : say(m.notCopied));
  };
  const { taken, changed, guessed, left } = look.outcomes;
  const all = taken + changed + guessed + left + look.besides;
  const count = page?.count ?? 0;
  return (
    <section aria-label={say(m.account)} className={styles['account']}>
      <div className={styles['toolbar']}>
        <Select<Wanted>
          label={say(m.outcome)}
          value={wanted}
          onChange={(next) => {
            setWanted(next);
            setFrom(0);
          }}
          options={[
            { value: 'all', label: say(m.all, { n: all }) },
            { value: 'taken', label: say(m.taken, { n: taken }) },
            { value: 'changed', label: say(m.changed, { n: changed }) },
            { value: 'guessed', label: say(m.guessed, { n: guessed }) },
            { value: 'left', label: say(m.left, { n: left }) },
          ]}
        />
        <Button onClick={() => void copy()}>{say(m.copy)}</Button>
        <span role="status" className={styles['muted']}>
          {said}
        </span>
      </div>
      <div className={styles['scroll']} tabIndex={0} role="group" aria-label={say(m.account)}>
        <table className={styles['table']} aria-label={say(m.account)}>
          <thead>
            <tr>
              {[m.table, m.row, m.outcomeColumn, m.what].map((heading) => (
                <th key={heading.en} scope="col">
                  {say(heading)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {page?.rows.map((row, at) => (
              <tr key={from + at}>
                <td>{visibleText(row.table)}</td>
                <td>{row.row === 0 ? say(m.whole) : row.row}</td>
                <td data-outcome={row.outcome}>{say(outcomeMessages[row.outcome])}</td>
                <td>{whatText(row, say)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {page?.rows.length === 0 && <p className={styles['muted']}>{say(m.noRows)}</p>}
      </div>
      {count > rowsOfAPage && (
        <div className={styles['toolbar']}>
          <Button disabled={from === 0} onClick={() => setFrom(from - rowsOfAPage)}>
            {say(m.previous)}
          </Button>
          <span>
            {say(m.pageOf, { from: from + 1, to: Math.min(count, from + rowsOfAPage), n: count })}
          </span>
          <Button
            disabled={from + rowsOfAPage >= count}
            onClick={() => setFrom(from + rowsOfAPage)}
          >
            {say(m.next)}
          </Button>
        </div>
      )}
    </section>
  );
}

function whatText({ what, detail }: RescueRow, say: Say): string {
  const words = what.map((remark) => say(remarkMessages[remark]));
  return visibleText([...words, detail].filter((part) => part !== '').join(' · '));
}

/** One row as a line that a table program takes apart again. */
function rowText(row: RescueRow, say: Say): string {
  const cells = [row.table, String(row.row), say(outcomeMessages[row.outcome]), whatText(row, say)];
  return cells.map((cell) => visibleText(cell).replaceAll(/\s+/g, ' ')).join('\t');
}
