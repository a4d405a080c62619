import { useState } from 'react';
import { sharingMessages as m } from '#shared/i18n/sharing-messages.ts';
import { timestampViewMessages as t } from '#shared/i18n/timestamp-view-messages.ts';
import type { ListedTimestamp } from '#shared/ipc/timestamp-contract.ts';
import type { SealRecord } from '#shared/journal/records.ts';
import { sealWords, shortSeal } from '#shared/journal/seal.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { useRecords } from '../../data/use-records.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { InstantText } from '../../records/time-text.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { HashText } from '../../ui/hash-text.tsx';
import { CopiedWords } from './copied-words.tsx';
import { Fact } from './fact.tsx';
import styles from './sharing-view.module.css';
import { timestampErrorText } from './timestamp-error-text.ts';
import { useTimestamps } from './use-timestamps.ts';

/** The seals that were written, the last first, and what time-stamping services say of them. */
export function WrittenSeals({ desktop }: { readonly desktop: Desktop }) {
  const say = useSay();
  const language = useLanguage();
  const { canWrite, announce } = useWorkspace();
  const seals = useRecords('seals');
  const [stamps, look] = useTimestamps(desktop);
  const [requested, setRequested] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const ask = async (seal: string) => {
    const reply = await desktop['timestamp:request']({ seal });
    setRequested(reply.ok ? reply.value.place : undefined);
    setProblem(reply.ok ? undefined : timestampErrorText(language, reply.error));
  };
  const take = async () => {
    const reply = await desktop['timestamp:take']({});
    setRequested(undefined);
    setProblem(reply.ok ? undefined : timestampErrorText(language, reply.error));
    if (!reply.ok) return;
    announce(say(t.taken, { seal: shortSeal(reply.value.seal) }), 'good');
    await look();
  };
  if (seals.length === 0) return <p className={styles['muted']}>{say(m.noSeals)}</p>;
  return (
    <>
      <section className={styles['result']} aria-label={say(t.title)}>
        <h4>{say(t.title)}</h4>
        <p className={styles['lead']}>{say(t.lead)}</p>
        {canWrite && (
          <div className={styles['buttons']}>
            <Button onClick={() => void take()}>{say(t.take)}</Button>
          </div>
        )}
        {requested !== undefined && (
          <Banner tone="note">{say(t.requested, { place: visibleText(requested) })}</Banner>
        )}
        {problem !== undefined && <Banner tone="danger">{problem}</Banner>}
      </section>
      <ul className={styles['devices']}>
        {seals.toReversed().map((seal) => (
          <li key={seal.id}>
            <WrittenSeal seal={seal} />
            <Stamp
              seal={seal.value}
              stamp={stamps.get(seal.value)}
              onAsk={() => void ask(seal.value)}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

function WrittenSeal({ seal: { origin, value, heads } }: { readonly seal: SealRecord }) {
  const say = useSay();
  return (
    <>
      <InstantText ms={origin.wall} />{' '}
      {say(m.sealRow, {
        by: visibleText(origin.by),
        lines: Object.values(heads).reduce((sum, [seq]) => sum + seq + 1, 0),
      })}
      <CopiedWords words={sealWords(value)} copyName={say(m.copySealWords)} />
    </>
  );
}

type StampProps = {
  readonly seal: string;
  readonly stamp: ListedTimestamp | undefined;
  readonly onAsk: () => void;
};

function Stamp({ seal, stamp, onAsk }: StampProps) {
  const say = useSay();
  switch (stamp?.kind) {
    case undefined:
      return (
        <div className={styles['buttons']}>
          <Button aria-label={say(t.requestOf, { seal: shortSeal(seal) })} onClick={onAsk}>
            {say(t.request)}
          </Button>
        </div>
      );
    case 'wrong':
      return <Banner tone="danger">{say(t.wrong)}</Banner>;
    case 'unknown':
      return <Banner tone="danger">{say(t.unknown)}</Banner>;
    case 'holds':
      return (
        <>
          <dl className={styles['facts']}>
            <Fact term={say(t.holds)}>
              <InstantText ms={Date.parse(stamp.at)} />
            </Fact>
            <Fact term={say(t.signer)}>{visibleText(stamp.signer)}</Fact>
            <Fact term={say(t.certificate)}>
              <HashText value={stamp.certificate} />
            </Fact>
          </dl>
          <p className={styles['hint']}>{say(t.proves)}</p>
        </>
      );
  }
}
