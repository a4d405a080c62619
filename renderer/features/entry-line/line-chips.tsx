import { Star } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EntryLineReading, EntryLineToken } from '#shared/domain/entry-line/entry-draft.ts';
import { formatEntryTime } from '#shared/domain/time/format-time.ts';
import { entryLineMessages as m } from '#shared/i18n/entry-line-messages.ts';
import { entryKindMessages } from '../../records/entry-kind-message.ts';
import { KindMark } from '../../records/kind-mark.tsx';
import { useLanguage, useSay } from '../../records/language.tsx';
import { StageChip } from '../../records/stage-chip.tsx';
import { Chip } from '../../ui/chip.tsx';
import styles from './line-chips.module.css';

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
      <Chip>
        <KindMark kind={draft.kind} /> {say(entryKindMessages[draft.kind])}
      </Chip>
      {tokens.map((token) => (
        <TokenChip key={token.start} token={token} />
      ))}
      {problemsShown.map((problem) => (
        <Chip key={`problem ${problem.start}`} look="problem">
          {problem.raw.trim()}
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

function TokenChip({ token }: { readonly token: EntryLineToken }): ReactNode {
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
