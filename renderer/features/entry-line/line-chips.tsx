import { Star } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EntryLineReading, EntryLineToken } from '#shared/domain/entry-line/entry-draft.ts';
import { logSourceById } from '#shared/catalogue/kill-chain.ts';
import { correctedTime } from '#shared/domain/source.ts';
import type { EntryTime } from '#shared/domain/time/entry-time.ts';
import { formatEntryTime } from '#shared/domain/time/format-time.ts';
import { entryLineMessages as m } from '#shared/i18n/entry-line-messages.ts';
import { confidenceMessages, entryKindMessages } from '#shared/i18n/entry-words.ts';
import { KindMark } from '../../records/kind-mark.tsx';
import { useLanguage, useSay } from '../../records/language.tsx';
import { StageChip } from '../../records/stage-chip.tsx';
import { Chip } from '../../ui/chip.tsx';
import styles from './line-chips.module.css';

const linkMessages = {
  caused: m.linkCaused,
  'same-event': m.linkSame,
  answers: m.linkAnswers,
} as const;

type LineChipsProps = { readonly reading: EntryLineReading; readonly zone: string };

/** What was understood of the line, as it would be saved. */
export function LineChips({ reading, zone }: LineChipsProps) {
  const say = useSay();
  const { draft, tokens, problems } = reading;
  const onlyEmpty = draft.text === '' && tokens.length === 0;
  if (onlyEmpty) return <Legend />;
  const problemsShown = problems.filter(({ kind }) => kind !== 'no-text');
  return (
    <div className={styles['chips']} aria-label={say(m.reading)} role="group">
      <TimeChip reading={reading} zone={zone} />
      <TrueTimeChip reading={reading} zone={zone} />
      <Chip>
        <KindMark kind={draft.kind} /> {say(entryKindMessages[draft.kind])}
      </Chip>
      {tokens.map((token) => (
        <TokenChip key={token.start} token={token} zone={zone} />
      ))}
      {problemsShown.map((problem) => (
        <Chip
          key={`problem ${problem.start}`}
          look={problem.kind === 'new-tag' ? 'plain' : 'problem'}
        >
          {problem.kind === 'new-tag'
            ? say(m.newTagChip, { raw: problem.raw })
            : problem.raw.trim()}
        </Chip>
      ))}
    </div>
  );
}

function TimeChip({ reading, zone }: LineChipsProps) {
  const say = useSay();
  const locale = useLanguage();
  const { at } = reading.draft;
  return (
    <Chip>
      <time>
        {at === undefined ? say(m.now) : formatEntryTime(at, { zone, locale, style: 'full' })}
      </time>
    </Chip>
  );
}

/** The true time beside the one that the source's clock showed. */
function TrueTimeChip({ reading, zone }: LineChipsProps) {
  const say = useSay();
  const locale = useLanguage();
  const { at, source } = reading.draft;
  if (at === undefined || source === undefined) return null;
  const corrected = correctedTime(at, source.clock);
  if (corrected === at) return null;
  const time = formatEntryTime(corrected, { zone, locale, style: 'row' });
  return (
    <Chip>
      <time>{say(m.trueTime, { time })}</time>
    </Chip>
  );
}

function NoticedChip({ time, zone }: { readonly time: EntryTime; readonly zone: string }) {
  const say = useSay();
  const locale = useLanguage();
  const text = formatEntryTime(time, { zone, locale, style: 'full' });
  return <Chip>{say(m.noticedAt, { time: text })}</Chip>;
}

type TokenChipProps = { readonly token: EntryLineToken; readonly zone: string };

function TokenChip({ token, zone }: TokenChipProps): ReactNode {
  const say = useSay();
  const language = useLanguage();
  if (token.problem !== undefined) return null;
  switch (token.kind) {
    case 'stage':
      return (
        token.value && (
          <Chip>
            <StageChip stage={token.value} />
          </Chip>
        )
      );
    case 'technique':
      return token.value && <Chip>{`${token.value.id} ${token.value.name}`}</Chip>;
    case 'host':
      return <Chip look="mono">{token.value}</Chip>;
    case 'tag':
      return <Chip>#{token.value}</Chip>;
    case 'evidence':
      return token.value && <Chip look="mono">{token.value.no}</Chip>;
    case 'account':
      return <Chip look="mono">&amp;{token.value}</Chip>;
    case 'confidence':
      return token.value && <Chip>{say(confidenceMessages[token.value])}</Chip>;
    case 'basis':
      return token.value && <Chip>{say(token.value === 'fact' ? m.fact : m.opinion)}</Chip>;
    case 'log-source':
      return (
        token.value && <Chip>{logSourceById(token.value)?.name[language] ?? token.value}</Chip>
      );
    case 'source':
      return token.value && <Chip look="mono">{token.value.name}</Chip>;
    case 'noticed':
      return token.value && <NoticedChip time={token.value} zone={zone} />;
    case 'link':
      return (
        token.value && (
          <Chip>{say(linkMessages[token.value.type], { no: token.value.entry.no })}</Chip>
        )
      );
    case 'star':
      return (
        <Chip>
          <Star size={12} aria-hidden fill="currentColor" />
        </Chip>
      );
    case 'time':
    case 'kind':
    case 'question':
    case 'text':
      return null;
  }
}

/** The grammar in one line, while there is nothing else to show. */
function Legend() {
  const say = useSay();
  const parts = [
    ['14:02  -5m  ~02:00±20m', m.legendTime],
    ['@', m.legendHost],
    ['!', m.legendStage],
    ['/', m.legendTechnique],
    ['#', m.legendTag],
    ['^', m.legendEvidence],
    [':', m.legendKind],
    ['&', m.legendAccount],
    ['$', m.legendSource],
    ['n14:30', m.legendNoticed],
    ['=#12', m.legendLinks],
  ] as const;
  return (
    <div className={styles['legend']} aria-hidden>
      {parts.map(([sign, message]) => (
        <span key={sign}>
          <span className={styles['sign']}>{sign}</span> {say(message)}
        </span>
      ))}
    </div>
  );
}
