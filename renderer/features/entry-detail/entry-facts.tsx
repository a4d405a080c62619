import { lazy, Suspense } from 'react';
import { standingPaths } from '#shared/application/kill-chain.ts';
import { logSourceById } from '#shared/catalogue/kill-chain.ts';
import { chainMessages } from '#shared/i18n/kill-chain-messages.ts';
import { logMessages } from '#shared/i18n/logs-messages.ts';
import { paperMessages } from '#shared/i18n/paper-messages.ts';
import { timelineMessages as m } from '#shared/i18n/timeline-messages.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import type { TimelineRow } from '../../data/timeline-row.ts';
import { useRecords } from '../../data/use-records.ts';
import { CitedRows } from '../../records/cited-rows.tsx';
import { confidenceMessages, entryKindMessages } from '#shared/i18n/entry-words.ts';
import { KindMark } from '../../records/kind-mark.tsx';
import { useLanguage, useSay } from '../../records/language.tsx';
import { EvidenceLink, TechniqueChip } from '../../records/links.tsx';
import { StageChip } from '../../records/stage-chip.tsx';
import { Chip } from '../../ui/chip.tsx';
import styles from './entry-detail.module.css';
import { EntryLinks } from './entry-links.tsx';
import { TimeFacts } from './time-facts.tsx';

/** Brings the list of public suffixes with it, a quarter of what an opened notebook would load. */
const FoundIndicators = lazy(async () => {
  const { FoundIndicators: found } = await import('./found-indicators.tsx');
  return { default: found };
});

/** The entry as it stands: text, times, what it is tied to. */
export function EntryFacts({ row }: { readonly row: TimelineRow }) {
  const say = useSay();
  const language = useLanguage();
  const { content } = row;
  const paths = standingPaths(useRecords('paths')).filter(({ id }) => content.paths?.includes(id));
  return (
    <div className={styles['body']}>
      <p className={styles['text']} data-struck={row.withdrawn || undefined}>
        {content.text}
      </p>
      <dl className={styles['facts']}>
        <TimeFacts row={row} />
        <dt>{say(m.kind)}</dt>
        <dd>
          <KindMark kind={content.kind} /> {say(entryKindMessages[content.kind])}
        </dd>
        {content.confidence !== undefined && (
          <>
            <dt>{say(m.confidence)}</dt>
            <dd>{say(confidenceMessages[content.confidence])}</dd>
          </>
        )}
        {content.basis !== undefined && (
          <>
            <dt>{say(m.basis)}</dt>
            <dd>{say(content.basis === 'fact' ? m.fact : m.opinion)}</dd>
          </>
        )}
        {content.logSource !== undefined && (
          <>
            <dt>{say(m.logSource)}</dt>
            <dd>{logSourceById(content.logSource)?.name[language] ?? content.logSource}</dd>
          </>
        )}
        <dt>{say(m.stages)}</dt>
        <dd>
          <span className={styles['stack']}>
            {content.stages.map((stage) => (
              <StageChip key={stage} stage={stage} />
            ))}
            {content.stages.length === 0 && <None />}
          </span>
        </dd>
        {content.techniques.length > 0 && (
          <>
            <dt>{say(m.techniques)}</dt>
            <dd className={styles['stack']}>
              {content.techniques.map(({ id }) => (
                <TechniqueChip key={id} id={id} />
              ))}
            </dd>
          </>
        )}
        <NameFacts
          label={say(chainMessages.path)}
          names={paths.map(({ name }) => name)}
          look="plain"
        />
        <NameFacts label={say(m.hosts)} names={content.hosts} look="mono" />
        <NameFacts label={say(m.accounts)} names={content.accounts ?? []} look="mono" />
        <NameFacts label={say(m.tags)} names={content.tags.map((tag) => `#${tag}`)} look="plain" />
        <dt>{say(m.evidence)}</dt>
        <dd className={styles['stack']}>
          {content.evidence.map((id) => (
            <EvidenceLink key={id} id={id} />
          ))}
          {content.evidence.length === 0 && <None />}
        </dd>
        {content.sheet !== undefined && (
          <>
            <dt>{say(paperMessages.sheetNumber)}</dt>
            <dd>{say(paperMessages.transcribed, { sheet: visibleText(content.sheet) })}</dd>
          </>
        )}
        {content.rows !== undefined && content.rows.length > 0 && (
          <>
            <dt>{say(logMessages.citedRows)}</dt>
            <dd>
              <CitedRows rows={content.rows} />
            </dd>
          </>
        )}
        <Suspense>
          <FoundIndicators row={row} />
        </Suspense>
        <EntryLinks row={row} />
      </dl>
    </div>
  );
}

function None() {
  const say = useSay();
  return <span className={styles['muted']}>{say(m.none)}</span>;
}

type NameFactsProps = {
  readonly label: string;
  readonly names: readonly string[];
  readonly look: 'mono' | 'plain';
};

function NameFacts({ label, names, look }: NameFactsProps) {
  if (names.length === 0) return null;
  return (
    <>
      <dt>{label}</dt>
      <dd className={styles['chips']}>
        {names.map((name) => (
          <Chip key={name} look={look}>
            {name}
          </Chip>
        ))}
      </dd>
    </>
  );
}
