import { useEffect, useState } from 'react';
import { tlpText } from '#shared/catalogue/tlp.ts';
import { phaseIds, type Tlp } from '#shared/domain/incident.ts';
import { formatInstant } from '#shared/domain/time/format-time.ts';
import { zoneLabel } from '#shared/domain/time/zone-label.ts';
import { frameMessages as m } from '#shared/i18n/frame-messages.ts';
import { useIncident } from '../data/use-records.ts';
import { useLanguage, useSay } from '../records/language.tsx';
import { useWorkspace } from '../records/workspace.tsx';
import { phaseMessages } from '#shared/i18n/phase-words.ts';
import styles from './title-bar.module.css';

/** Title, marking, phase and the clocks. */
export function TitleBar({ onEdit }: { readonly onEdit: () => void }) {
  const say = useSay();
  const { title, tlp, phase, exercise, kind } = useIncident();
  return (
    <header className={styles['bar']}>
      <button
        type="button"
        className={styles['incident']}
        title={say(m.editIncident)}
        onClick={onEdit}
      >
        <h1 className={styles['title']}>{title ?? say(m.untitled)}</h1>
        {kind === 'readiness' && <span className={styles['phase']}>{say(m.readiness)}</span>}
        {exercise === true && <span className={styles['exercise']}>{say(m.exercise)}</span>}
        <TlpMark label={tlp ?? 'AMBER'} />
        {phase === undefined ? (
          <span className={styles['phase']}>{say(m.phaseUnset)}</span>
        ) : (
          <span className={styles['phase']}>
            <span className={styles['phaseNumber']} aria-hidden>
              {phaseIds.indexOf(phase) + 1}
            </span>
            {say(phaseMessages[phase])}
          </span>
        )}
      </button>
      <Clocks />
    </header>
  );
}

/** The marking as FIRST draws it: coloured letters on black. */
export function TlpMark({ label }: { readonly label: Tlp }) {
  return (
    <span className={styles['tlp']} data-tlp={label}>
      {tlpText(label)}
    </span>
  );
}

function Clocks() {
  const say = useSay();
  const locale = useLanguage();
  const { incidentZone } = useWorkspace();
  const now = useSecond();
  const clock = (zone: string) => formatInstant(now, { zone, locale, style: 'row' });
  return (
    <div className={styles['clocks']}>
      <span title={say(m.clockIncident, { zone: incidentZone })}>
        <time className={styles['time']}>{clock(incidentZone)}</time>
        <span className={styles['zone']}>{zoneLabel(incidentZone, now)}</span>
      </span>
      {incidentZone !== 'UTC' && (
        <span title={say(m.clockUtc)} className={styles['utc']}>
          <time className={styles['time']}>{clock('UTC')}</time>
          <span className={styles['zone']}>UTC</span>
        </span>
      )}
    </div>
  );
}

/** The present second; ticks when the second changes. */
function useSecond(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setTimeout(() => setNow(Date.now()), 1000 - (Date.now() % 1000));
    return () => clearTimeout(timer);
  }, [now]);
  return now;
}
