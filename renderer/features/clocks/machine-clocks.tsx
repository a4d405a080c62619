import { jumpsAmong } from '#shared/journal/clock-jumps.ts';
import { clockMessages as m } from '#shared/i18n/clock-messages.ts';
import { wordJump, wordStanding } from '#shared/i18n/word-clock.ts';
import type { ClockRecord } from '#shared/journal/records.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { useSession } from '../../data/session-context.tsx';
import { useRecord, useRecords, useTimeline } from '../../data/use-records.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { EntryLink } from '../../records/links.tsx';
import { InstantText } from '../../records/time-text.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Banner } from '../../ui/banner.tsx';
import { CheckForm } from './check-form.tsx';
import styles from './clocks-dialog.module.css';

/** The clocks of the devices that write, this one first: checks and jumps. */
export function MachineClocks() {
  const say = useSay();
  const { opened } = useSession();
  const { canWrite } = useWorkspace();
  const clocks = useRecords('clocks');
  const own = clocks.find(({ id }) => id === opened.feed);
  const others = clocks.filter(({ id }) => id !== opened.feed);
  return (
    <div className={styles['machine']}>
      <p>{say(m.machineText)}</p>
      {canWrite ? <CheckForm /> : <Banner tone="note">{say(m.readOnly)}</Banner>}
      {own === undefined ? (
        <p className={styles['muted']}>{say(m.neverChecked)}</p>
      ) : (
        <DeviceClock clock={own} isOwn />
      )}
      {others.map((clock) => (
        <DeviceClock key={clock.id} clock={clock} isOwn={false} />
      ))}
    </div>
  );
}

type DeviceClockProps = { readonly clock: ClockRecord; readonly isOwn: boolean };

function DeviceClock({ clock, isOwn }: DeviceClockProps) {
  const say = useSay();
  const language = useLanguage();
  const feed = useRecord('feeds', clock.id);
  const rows = useTimeline();
  const name = visibleText(feed?.device || feed?.host || '') || say(m.unknownDevice);
  const jumps = jumpsAmong(clock, rows, ({ order }) => order).toReversed();
  return (
    <section className={styles['device']}>
      <h3>{isOwn ? say(m.thisDevice, { device: name }) : name}</h3>
      <h4>{say(m.checks)}</h4>
      {clock.checks.length === 0 && <p className={styles['muted']}>{say(m.neverChecked)}</p>}
      <ul>
        {clock.checks.toReversed().map(({ op, wall, by, check }) => (
          <li key={op}>
            <InstantText ms={wall} />{' '}
            <b>
              {say(m.checkLine, {
                standing: wordStanding(check, language),
                reference: visibleText(check.reference),
              })}
            </b>{' '}
            <span className={styles['muted']}>
              {[visibleText(by), visibleText(check.note)].filter((part) => part !== '').join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      <h4>{say(m.jumps)}</h4>
      <p className={styles['muted']}>{say(jumps.length === 0 ? m.noJumps : m.jumpsText)}</p>
      <ul>
        {jumps.map(({ jump, before, after }) => (
          <li key={jump.op}>
            <InstantText ms={jump.wall} /> <b>{wordJump(jump.byMs, language)}</b>
            {[before, after].map(
              (entry) => entry !== undefined && <EntryLink key={entry.id} id={entry.id} />,
            )}
            {before === undefined && after === undefined && (
              <span className={styles['muted']}> {say(m.jumpAlone)}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
