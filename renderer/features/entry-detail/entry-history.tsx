import { logSourceById } from '#shared/catalogue/kill-chain.ts';
import type { EntryContent } from '#shared/domain/entry.ts';
import type { EntryTime } from '#shared/domain/time/entry-time.ts';
import { wordDifference } from '#shared/domain/word-difference.ts';
import type { Language } from '#shared/i18n/messages.ts';
import { timelineMessages as m } from '#shared/i18n/timeline-messages.ts';
import {
  currentVersion,
  type EntryRecord,
  type EntryVersion,
  isContested,
} from '#shared/journal/records.ts';
import type { TimelineRow } from '../../data/timeline-row.ts';
import { useSession } from '../../data/session-context.tsx';
import { confidenceMessages, entryKindMessages, linkMessages } from '#shared/i18n/entry-words.ts';
import { useEntryActions } from '../../records/entry-actions.ts';
import { type Say, useLanguage, useSay } from '../../records/language.tsx';
import { stageName } from '../../records/stage-chip.tsx';
import { InstantText, TimeText } from '../../records/time-text.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './entry-detail.module.css';

type EntryHistoryProps = { readonly row: TimelineRow; readonly entry: EntryRecord };

/** Every writing of an entry, the newest first; what a later one replaced is struck through and legible. */
export function EntryHistory({ row, entry }: EntryHistoryProps) {
  const say = useSay();
  const { canWrite, announce } = useWorkspace();
  const actions = useEntryActions(announce);
  const shown = currentVersion(entry);
  const heads = new Set(entry.heads.map(({ value }) => value));
  const contested = isContested(entry.heads);
  return (
    <div className={styles['history']}>
      {contested && (
        <p className={styles['conflict']} role="alert">
          {say(m.conflictTitle)}
        </p>
      )}
      {entry.withdrawal.map(({ value, by, wall, feed, seq }) => (
        <section key={`${feed} ${seq}`} className={styles['event']}>
          <h3>
            {say(value.withdrawn ? m.withdrawal : m.restoration)}
            <Who by={by} wall={wall} />
          </h3>
          <p>{say(m.reasonOf, { reason: value.reason })}</p>
        </section>
      ))}
      {entry.versions.toReversed().map((version, index, all) => (
        <section key={version.op} className={styles['event']}>
          <h3>
            {say(version.reason === '' ? m.original : m.correction)}
            {version === shown && <span className={styles['shown']}>{say(m.current)}</span>}
            <Who by={version.by} wall={version.wall} />
          </h3>
          {version.reason !== '' && <p>{say(m.reasonOf, { reason: version.reason })}</p>}
          {version.content.text !== all[index + 1]?.content.text && (
            <p
              className={styles['text']}
              data-struck={
                isReplaced(version, shown, heads) && version.reason === '' ? true : undefined
              }
              data-replaced={isReplaced(version, shown, heads)}
            >
              <WordDifference before={all[index + 1]} version={version} />
            </p>
          )}
          <Changes version={version} before={all[index + 1]} />
          {contested && heads.has(version.hash) && canWrite && (
            <div>
              <Button onClick={() => void actions.correct(row, version.content, say(m.reasonKept))}>
                {say(m.keepThis)}
              </Button>
            </div>
          )}
        </section>
      ))}
    </div>
  );
}

/** The text of a writing; of a correction with the words that it took out and put in. */
function WordDifference({ before, version }: ChangesProps) {
  if (before === undefined) return version.content.text;
  const parts = wordDifference(before.content.text, version.content.text);
  let at = 0;
  return parts.map(({ kind, text }) => {
    at += 1;
    if (kind === 'same') return <span key={at}>{text}</span>;
    return kind === 'added' ? <ins key={at}>{text}</ins> : <del key={at}>{text}</del>;
  });
}

/** True for a text that nothing shown carries any more. */
function isReplaced(
  version: EntryVersion,
  shown: EntryVersion | undefined,
  heads: ReadonlySet<string>,
): true | undefined {
  const stands = heads.has(version.hash) || version.content.text === shown?.content.text;
  return stands ? undefined : true;
}

function Who({ by, wall }: { readonly by: string; readonly wall: number }) {
  return (
    <span className={styles['who']}>
      {by} · <InstantText ms={wall} />
    </span>
  );
}

type ChangesProps = {
  readonly version: EntryVersion;
  readonly before: EntryVersion | undefined;
};

/** What a correction changed beside the text: the old value struck through, then the new one. */
function Changes({ version, before }: ChangesProps) {
  const say = useSay();
  const language = useLanguage();
  const session = useSession();
  if (before === undefined) return null;
  const names: Names = {
    sourceName: (id) =>
      id === undefined ? '' : (session.get('sources', id)?.source?.name ?? say(m.sourceMissing)),
    numberOf: (id) => String(session.timeline.row(id)?.number ?? '–'),
  };
  const timeChanged = JSON.stringify(before.content.at) !== JSON.stringify(version.content.at);
  const was = listed(before.content, say, language, names);
  const changed = listed(version.content, say, language, names).filter(
    (field, index) => field.value !== was[index]?.value,
  );
  const noticedChanged =
    JSON.stringify(before.content.noticed) !== JSON.stringify(version.content.noticed);
  if (!timeChanged && !noticedChanged && changed.length === 0) return null;
  return (
    <dl className={styles['facts']}>
      {timeChanged && (
        <>
          <dt>{say(m.time)}</dt>
          <dd>
            <span className={styles['was']}>
              <TimeText time={before.content.at} />
            </span>{' '}
            <TimeText time={version.content.at} />
          </dd>
        </>
      )}
      {noticedChanged && (
        <>
          <dt>{say(m.noticed)}</dt>
          <dd>
            <span className={styles['was']}>
              <TimeOrNone time={before.content.noticed} />
            </span>{' '}
            <TimeOrNone time={version.content.noticed} />
          </dd>
        </>
      )}
      {changed.map(({ label, value }) => (
        <ChangedField
          key={label}
          label={label}
          value={value}
          before={was.find((field) => field.label === label)?.value ?? ''}
        />
      ))}
    </dl>
  );
}

function TimeOrNone({ time }: { readonly time: EntryTime | undefined }) {
  const say = useSay();
  return time === undefined ? say(m.none) : <TimeText time={time} />;
}

type ChangedFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly before: string;
};

function ChangedField({ label, value, before }: ChangedFieldProps) {
  const say = useSay();
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <span className={styles['was']}>{before === '' ? say(m.none) : before}</span>{' '}
        {value === '' ? say(m.none) : value}
      </dd>
    </>
  );
}

/** Names of what an entry holds by id. */
type Names = {
  readonly sourceName: (id: string | undefined) => string;
  readonly numberOf: (entry: string) => string;
};

function basisWord({ basis }: EntryContent, say: Say): string {
  if (basis === undefined) return '';
  return say(basis === 'fact' ? m.fact : m.opinion);
}

function listed(content: EntryContent, say: Say, language: Language, names: Names) {
  return [
    { label: say(m.kind), value: say(entryKindMessages[content.kind]) },
    {
      label: say(m.stages),
      value: content.stages.map((stage) => stageName(stage, language)).join(', '),
    },
    { label: say(m.techniques), value: content.techniques.map(({ id }) => id).join(', ') },
    { label: say(m.hosts), value: content.hosts.join(', ') },
    { label: say(m.tags), value: content.tags.join(', ') },
    { label: say(m.evidence), value: String(content.evidence.length) },
    { label: say(m.star), value: content.starred ? say(m.starred) : '' },
    {
      label: say(m.confidence),
      value: content.confidence === undefined ? '' : say(confidenceMessages[content.confidence]),
    },
    { label: say(m.accounts), value: (content.accounts ?? []).join(', ') },
    { label: say(m.basis), value: basisWord(content, say) },
    {
      label: say(m.logSource),
      value: logSourceById(content.logSource ?? '')?.name[language] ?? content.logSource ?? '',
    },
    { label: say(m.source), value: names.sourceName(content.source) },
    {
      label: say(m.links),
      value: (content.links ?? [])
        .map(({ type, entry }) => `${say(linkMessages[type])} #${names.numberOf(entry)}`)
        .join(', '),
    },
  ];
}
