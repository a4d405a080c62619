import { CircleCheck, TriangleAlert } from 'lucide-react';
import { countDevices } from '#shared/domain/device.ts';
import { formatInstant } from '#shared/domain/time/format-time.ts';
import { frameMessages as m } from '#shared/i18n/frame-messages.ts';
import { useSession } from '../data/session-context.tsx';
import { useHeads, useRecords } from '../data/use-records.ts';
import { useLanguage, useSay } from '../records/language.tsx';
import { useWorkspace } from '../records/workspace.tsx';
import styles from './status-line.module.css';

export type Notice = { readonly text: string; readonly tone: 'good' | 'danger' };

type StatusLineProps = {
  readonly notice: Notice | undefined;
  readonly onFindings: () => void;
  /** True on the development runtime that must not be shipped. */
  readonly testRuntime: boolean;
};

/** The promise, visible: what was saved last, by which hash, and whether the chain holds. */
export function StatusLine({ notice, onFindings, testRuntime }: StatusLineProps) {
  const say = useSay();
  const session = useSession();
  const devices = countDevices(useRecords('feeds'));
  const unknown = useRecords('unknown').reduce((sum, { count }) => sum + count, 0);
  const problems = session.opened.findings.filter(({ severity }) => severity !== 'note').length;
  return (
    <footer className={styles['line']} aria-label={say(m.statusLine)}>
      <Saved />
      <span className={styles['notice']} data-tone={notice?.tone} role="status">
        {notice?.text}
      </span>
      {testRuntime && <span className={styles['testRuntime']}>{say(m.testRuntime)}</span>}
      {unknown > 0 && <span>{say(m.unknownLines, { n: unknown })}</span>}
      {session.storageKind() === 'memory' && (
        <span title={say(m.inMemoryTitle)}>{say(m.inMemory)}</span>
      )}
      <button
        type="button"
        className={styles['chain']}
        data-good={problems === 0 || undefined}
        onClick={onFindings}
      >
        {problems === 0 ? (
          <CircleCheck size={14} aria-hidden />
        ) : (
          <TriangleAlert size={14} aria-hidden />
        )}
        {problems === 0 ? say(m.chainIntact) : say(m.chainFindings, { n: problems })}
      </button>
      <span>{say(m.devices, { n: devices })}</span>
    </footer>
  );
}

function Saved() {
  const say = useSay();
  const locale = useLanguage();
  const session = useSession();
  const { incidentZone } = useWorkspace();
  useHeads();
  const feeds = useRecords('feeds');
  const head = session.savedHead();
  if (head === undefined) {
    const isNewKey = feeds.some(({ successor }) => successor === session.opened.feed);
    return <span>{say(isNewKey ? m.nothingUnderNewKey : m.nothingSaved)}</span>;
  }
  const isEntry = session.timeline.entryAt(session.opened.feed, head.seq) !== undefined;
  const time = formatInstant(head.wall, { zone: incidentZone, locale, style: 'row' });
  return (
    <span className={styles['saved']}>
      <span>{say(m.savedAt, { time })}</span>
      <span aria-hidden>·</span>
      <span>{say(isEntry ? m.savedEntry : m.savedLine, { number: String(head.seq) })}</span>
      <span aria-hidden>·</span>
      <span className={styles['hash']} title={say(m.hashTitle, { hash: head.hash })}>
        {`${head.hash.slice(0, 4)} ${head.hash.slice(4, 8)}`}
      </span>
    </span>
  );
}
