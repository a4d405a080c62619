import { useState } from 'react';
import { frameMessages } from '#shared/i18n/frame-messages.ts';
import { sharingMessages as m } from '#shared/i18n/sharing-messages.ts';
import type { CopySummary } from '#shared/ipc/sharing-contract.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { useSay } from '../../records/language.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/field.tsx';
import { CopySummaryList } from './copy-summary-list.tsx';
import styles from './sharing-view.module.css';

/** What somebody decided before a copy is taken over. */
export type TakeChoices = {
  readonly acceptForks: boolean;
  /** Feeds whose words were compared with their owners. */
  readonly compared: readonly string[];
};

type LookedCopyProps = {
  readonly summary: CopySummary;
  readonly onTake: (choices: TakeChoices) => void;
  readonly onCancel: () => void;
  /** What taking it over is called, where it is something else. */
  readonly takeName?: string;
};

/** What a copy would bring, with what somebody has to look at before it is taken over. */
export function LookedCopy({ summary, onTake, onCancel, takeName }: LookedCopyProps) {
  const say = useSay();
  const { lines, evidence, devices, forks } = summary;
  const [compared, setCompared] = useState<ReadonlySet<string>>(new Set());
  const [uncompared, setUncompared] = useState(false);
  const [acceptForks, setAcceptForks] = useState(false);
  const [tried, setTried] = useState(false);
  const from = visibleText(summary.from);
  const fresh = devices.filter(({ isNew }) => isNew);
  const isCompared = uncompared || fresh.every(({ feed }) => compared.has(feed));
  const isReady = isCompared && (forks.length === 0 || acceptForks);
  const toggle = (feed: string, on: boolean) =>
    setCompared((before) => {
      const after = new Set(before);
      if (on) after.add(feed);
      else after.delete(feed);
      return after;
    });
  if (lines === 0 && evidence.files === 0)
    return (
      <section className={styles['result']} aria-label={say(m.wouldBring, { from })}>
        <p>{say(m.nothingNew, { from })}</p>
        <div className={styles['buttons']}>
          <Button onClick={onCancel}>{say(m.another)}</Button>
        </div>
      </section>
    );
  return (
    <section className={styles['result']} aria-label={say(m.wouldBring, { from })}>
      <h3>{say(m.wouldBring, { from })}</h3>
      <CopySummaryList summary={summary} compared={compared} onCompared={toggle} />
      {fresh.length > 0 && (
        <Checkbox label={say(m.uncompared)} checked={uncompared} onChange={setUncompared} />
      )}
      {forks.length > 0 && (
        <>
          <Banner tone="danger">
            {forks.map(({ feed, number }) => (
              <p key={feed}>{say(m.fork, { feed: feed.slice(0, 11), number })}</p>
            ))}
          </Banner>
          <Checkbox label={say(m.acceptForks)} checked={acceptForks} onChange={setAcceptForks} />
        </>
      )}
      <div role="status">
        {tried && !isCompared && <p className={styles['missing']}>{say(m.comparedMissing)}</p>}
      </div>
      <div className={styles['buttons']}>
        <Button
          look="primary"
          onClick={() => {
            setTried(true);
            if (isReady) onTake({ acceptForks, compared: [...compared] });
          }}
        >
          {takeName ?? say(m.take)}
        </Button>
        <Button onClick={onCancel}>{say(frameMessages.cancel)}</Button>
      </div>
    </section>
  );
}
