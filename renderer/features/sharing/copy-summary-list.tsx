import { formatDuration } from '#shared/domain/time/format-time.ts';
import { sharingMessages as m } from '#shared/i18n/sharing-messages.ts';
import type { CopySummary } from '#shared/ipc/sharing-contract.ts';
import { sizeText } from '#shared/report/size-text.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { Checkbox } from '../../ui/field.tsx';
import { CopiedWords } from './copied-words.tsx';
import { deviceName } from './device-name.ts';
import styles from './sharing-view.module.css';

type CopySummaryListProps = {
  readonly summary: CopySummary;
  /** Feeds whose words somebody says to have compared. */
  readonly compared?: ReadonlySet<string>;
  /** Asks for it; without it nothing is asked any more. */
  readonly onCompared?: (feed: string, compared: boolean) => void;
};

/** Lines, entries, evidence, conflicts, then device by device whose they are and how its clock stood. */
export function CopySummaryList({ summary, compared, onCompared }: CopySummaryListProps) {
  const say = useSay();
  const language = useLanguage();
  const { lines, entries, evidence, conflicts, devices } = summary;
  return (
    <>
      <ul className={styles['said']}>
        <li>{say(m.bringLines, { n: lines })}</li>
        <li>{say(m.bringEntries, { n: entries })}</li>
        {evidence.files > 0 && (
          <li>
            {say(m.bringEvidence, {
              n: evidence.files,
              size: sizeText(evidence.bytes, language),
            })}
          </li>
        )}
        {evidence.missing > 0 && <li>{say(m.bringMissing, { n: evidence.missing })}</li>}
        {evidence.leftOut > 0 && <li>{say(m.bringLeftOut, { n: evidence.leftOut })}</li>}
        {conflicts.length > 0 && <li>{say(m.bringConflicts, { n: conflicts.length })}</li>}
      </ul>
      <ul className={styles['devices']}>
        {devices.map((device) => (
          <li key={device.feed}>
            <b>{deviceName(say, device)}</b>{' '}
            <span className={styles['muted']}>{say(m.deviceLines, { n: device.lines })}</span>
            <ClockSentence aheadMs={device.clockAheadMs} />
            {device.isNew && (
              <>
                <p>{say(m.newKey)}</p>
                <CopiedWords
                  words={device.words}
                  copyName={say(m.copyWords, { device: deviceName(say, device) })}
                />
              </>
            )}
            {device.isNew && onCompared !== undefined && (
              <Checkbox
                label={say(m.compared, { device: deviceName(say, device) })}
                checked={compared?.has(device.feed) ?? false}
                onChange={(on) => onCompared(device.feed, on)}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function ClockSentence({ aheadMs }: { readonly aheadMs: number | undefined }) {
  const say = useSay();
  const language = useLanguage();
  if (aheadMs === undefined) return null;
  const by = formatDuration(Math.abs(aheadMs), language);
  return <p>{say(aheadMs > 0 ? m.clockAhead : m.clockBehind, { by })}</p>;
}
