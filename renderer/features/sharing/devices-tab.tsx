import { useState } from 'react';
import { formatDuration } from '#shared/domain/time/format-time.ts';
import type { DeviceFields } from '#shared/domain/device.ts';
import { clockMessages } from '#shared/i18n/clock-messages.ts';
import { deviceMessages as d } from '#shared/i18n/device-messages.ts';
import { sharingMessages as m } from '#shared/i18n/sharing-messages.ts';
import { wordStanding } from '#shared/i18n/word-clock.ts';
import { currentFields, type FeedRecord, type MergeRecord } from '#shared/journal/records.ts';
import { feedWords } from '#shared/journal/seal.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { newOperationId } from '../../data/operation-id.ts';
import { useSession } from '../../data/session-context.tsx';
import { useRecord, useRecords } from '../../data/use-records.ts';
import { appendErrorText } from '../../records/append-error-text.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { InstantText } from '../../records/time-text.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { CopiedWords } from './copied-words.tsx';
import { DeviceForm, type DeviceQuestion } from './device-form.tsx';
import { deviceName } from './device-name.ts';
import { Fact } from './fact.tsx';
import styles from './sharing-view.module.css';

/** Every device that writes here: its key, since when it is known, what it had, what people know of it. */
export function DevicesTab() {
  const say = useSay();
  const feeds = useRecords('feeds');
  const merges = useRecords('merges');
  return (
    <div className={styles['column']}>
      <p className={styles['lead']}>{say(m.devicesLead)}</p>
      {feeds.map((feed) => (
        <Device key={feed.id} feed={feed} feeds={feeds} merges={merges} />
      ))}
      <h3>{say(m.takenFrom)}</h3>
      {merges.length === 0 ? (
        <p className={styles['muted']}>{say(m.noneTaken)}</p>
      ) : (
        <ul className={styles['said']}>
          {merges.map(({ id, origin, merge }) => (
            <li key={id}>
              <InstantText ms={origin.wall} />{' '}
              {say(m.takenRow, {
                from: visibleText(merge.from),
                lines: merge.lines,
                evidence: merge.evidence,
              })}{' '}
              <span className={styles['muted']}>{visibleText(origin.by)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

type DeviceProps = {
  readonly feed: FeedRecord;
  readonly feeds: readonly FeedRecord[];
  readonly merges: readonly MergeRecord[];
};

function Device({ feed, feeds, merges }: DeviceProps) {
  const say = useSay();
  const language = useLanguage();
  const session = useSession();
  const { canWrite, announce } = useWorkspace();
  const fields = useRecord('devices', feed.id)?.fields;
  const known = currentFields<DeviceFields>(fields ?? {});
  const [asked, setAsked] = useState<DeviceQuestion>();
  const [problem, setProblem] = useState<string>();
  const isOwn = feed.id === session.opened.feed;
  const name = deviceName(say, feed);
  const since = merges.find(
    ({ origin, merge }) =>
      origin.feed === session.opened.feed && Object.hasOwn(merge.heads, feed.id),
  );
  const compared = fields?.compared?.at(-1);
  const save = async (change: DeviceFields) => {
    const written = await session.append({
      t: 'device.set',
      id: newOperationId(),
      device: feed.id,
      fields: change,
    });
    setProblem(written.ok ? undefined : appendErrorText(language, written.error));
    if (!written.ok) return;
    setAsked(undefined);
    announce(say(d.saved), 'good');
  };
  return (
    <section className={styles['result']} aria-label={name}>
      <h3>
        {name} {isOwn && <Chip>{say(m.thisDevice)}</Chip>}{' '}
        {known.lost !== undefined && known.lost !== '' && (
          <Chip look="problem">{say(d.lostMark)}</Chip>
        )}
      </h3>
      <dl className={styles['facts']}>
        <Fact term={say(m.keyWords)}>
          <CopiedWords words={feedWords(feed.id)} copyName={say(m.copyWords, { device: name })} />
        </Fact>
        {!isOwn && (
          <Fact term={say(d.compared)}>
            {compared?.value === true ? (
              <>
                {say(d.comparedBy, { by: visibleText(compared.by) })}{' '}
                <InstantText ms={compared.wall} />
              </>
            ) : (
              say(d.notCompared)
            )}
          </Fact>
        )}
        <Fact term={say(m.knownFromStart)}>
          <InstantText ms={feed.openedWall} />
        </Fact>
        {since !== undefined && (
          <Fact term={say(m.knownSince)}>
            <InstantText ms={since.origin.wall} />
          </Fact>
        )}
        <Fact term={say(m.lastLine)}>{say(m.deviceLines, { n: feed.seq + 1 })}</Fact>
        {!isOwn && <Lacks feed={feed} feeds={feeds} />}
        {known.clock !== undefined && (
          <Fact term={say(d.clock)}>
            {wordStanding(known.clock, language)}
            {known.clock.plusMinusMs > 0 &&
              ` ± ${formatDuration(known.clock.plusMinusMs, language)}`}{' '}
            <span className={styles['muted']}>{visibleText(known.clock.how)}</span>
          </Fact>
        )}
        {known.lost !== undefined && known.lost !== '' && (
          <Fact term={say(d.lost)}>{visibleText(known.lost)}</Fact>
        )}
        <Fact term={say(m.feed)}>
          <code>{feed.id}</code>
          {feed.predecessor !== undefined &&
            ` ${say(m.continues, { feed: feed.predecessor.slice(0, 11) })}`}
          {feed.successor !== undefined &&
            ` ${say(m.goesOnAs, { feed: feed.successor.slice(0, 11) })}`}
        </Fact>
      </dl>
      {problem !== undefined && <Banner tone="danger">{problem}</Banner>}
      {canWrite && asked === undefined && (
        <div className={styles['buttons']}>
          {!isOwn && compared?.value !== true && (
            <Button onClick={() => void save({ compared: true })}>{say(d.sayCompared)}</Button>
          )}
          {!isOwn && <Button onClick={() => setAsked('clock')}>{say(d.sayClock)}</Button>}
          <Button onClick={() => setAsked('lost')}>{say(d.sayLost)}</Button>
        </div>
      )}
      {asked !== undefined && (
        <DeviceForm
          question={asked}
          lost={known.lost ?? ''}
          onSave={(change) => void save(change)}
          onCancel={() => setAsked(undefined)}
        />
      )}
      {isOwn && <p className={styles['hint']}>{say(clockMessages.machineText)}</p>}
    </section>
  );
}

function Lacks({ feed, feeds }: Omit<DeviceProps, 'merges'>) {
  const say = useSay();
  const missing = feeds.flatMap((other) => {
    const n = other.seq - (feed.vector[other.id] ?? -1);
    return n > 0 && other.id !== feed.id ? [{ other, n }] : [];
  });
  return (
    <Fact term={say(m.lacks)}>
      {missing.length === 0 ? (
        say(m.lacksNothing)
      ) : (
        <ul>
          {missing.map(({ other, n }) => (
            <li key={other.id}>{say(m.lacksOf, { n, device: deviceName(say, other) })}</li>
          ))}
        </ul>
      )}
    </Fact>
  );
}
