import { useState } from 'react';
import { type ChainMarks, type LaneId, laneIds } from '#shared/domain/chain/chain-marks.ts';
import type { ChainTurn } from '#shared/domain/chain/chain-turns.ts';
import { chainMessages as m } from '#shared/i18n/kill-chain-messages.ts';
import { useSession } from '../../data/session-context.tsx';
import { useLanguage, useSay } from '../../records/language.tsx';
import { EntryLink } from '../../records/links.tsx';
import { StageChip, stageName } from '../../records/stage-chip.tsx';
import { TimeText } from '../../records/time-text.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './chain-table.module.css';
import { laneName } from './lane-names.ts';

/** Entries of a lane that are shown before somebody asks for more. */
const fewEntries = 8;

type ChainTableProps = { readonly marks: ChainMarks; readonly turns: readonly ChainTurn[] };

/** Says in a table what the swimlane draws. */
export function ChainTable({ marks, turns }: ChainTableProps) {
  const say = useSay();
  const language = useLanguage();
  return (
    <div className={styles['tables']}>
      <table className={styles['table']}>
        <caption>{say(m.table)}</caption>
        <thead>
          <tr>
            <th scope="col">{say(m.columnStage)}</th>
            <th scope="col">{say(m.columnCount)}</th>
            <th scope="col">{say(m.columnFirst)}</th>
            <th scope="col">{say(m.columnLast)}</th>
            <th scope="col">{say(m.columnEntry)}</th>
          </tr>
        </thead>
        <tbody>
          {laneIds.map((lane) => (
            <LaneRow key={lane} lane={lane} marks={marks} />
          ))}
        </tbody>
      </table>
      <section aria-label={say(m.turnsTable)} className={styles['turns']}>
        <h3>{say(m.turnsTable)}</h3>
        {turns.length === 0 && <p>{say(m.noTurns)}</p>}
        <ul>
          {turns.slice(0, 50).map((turn) => (
            <li key={turn.after}>
              {say(m.turnText, {
                from: stageName(turn.from, language),
                to: stageName(turn.to, language),
              })}
              <EntryLink id={turn.before} />
              <EntryLink id={turn.after} />
            </li>
          ))}
        </ul>
        {turns.length > 50 && <p>{say(m.moreEntries, { n: turns.length - 50 })}</p>}
      </section>
    </div>
  );
}

function LaneRow({ lane, marks }: { readonly lane: LaneId; readonly marks: ChainMarks }) {
  const say = useSay();
  const language = useLanguage();
  const [all, setAll] = useState(false);
  const timed = marks.lanes[lane];
  const entries = [...timed.map(({ entry }) => entry), ...marks.untimed[lane]];
  const shown = all ? entries : entries.slice(0, fewEntries);
  return (
    <tr data-lane={lane}>
      <th scope="row">
        {lane === 'defence' ? laneName(lane, language, say) : <StageChip stage={lane} />}
      </th>
      <td className={styles['figure']}>{entries.length.toLocaleString(language)}</td>
      <td>
        <EntryTimeText id={timed[0]?.entry} />
      </td>
      <td>
        <EntryTimeText id={timed.at(-1)?.entry} />
      </td>
      <td className={styles['entries']}>
        {entries.length === 0 && <span className={styles['none']}>{say(m.laneEmpty)}</span>}
        {shown.map((entry) => (
          <EntryLink key={entry} id={entry} />
        ))}
        {shown.length < entries.length && (
          <Button look="quiet" onClick={() => setAll(true)}>
            {say(m.moreEntries, { n: entries.length - shown.length })}
          </Button>
        )}
      </td>
    </tr>
  );
}

function EntryTimeText({ id }: { readonly id: string | undefined }) {
  const { timeline } = useSession();
  const row = id === undefined ? undefined : timeline.row(id);
  return row === undefined ? null : <TimeText time={row.at} look="short" />;
}
