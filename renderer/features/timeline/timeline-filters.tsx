import { FileClock, Paperclip, Search, Star } from 'lucide-react';
import { memo } from 'react';
import { entryKinds } from '#shared/domain/entry-kind.ts';
import { stageIds, stageNumber } from '#shared/domain/kill-chain.ts';
import { zoneLabel } from '#shared/domain/time/zone-label.ts';
import { frameMessages } from '#shared/i18n/frame-messages.ts';
import { timelineMessages as m } from '#shared/i18n/timeline-messages.ts';
import { entryKindMessages } from '../../records/entry-kind-message.ts';
import { KindMark } from '../../records/kind-mark.tsx';
import { useLanguage, useSay } from '../../records/language.tsx';
import { StageChip, stageName } from '../../records/stage-chip.tsx';
import { useWorkspace, zoneModes } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import { ToggleChip } from '../../ui/chip.tsx';
import { Select } from '../../ui/field.tsx';
import { isComposing } from '../../ui/is-composing.ts';
import { filterSentence } from './filter-sentence.ts';
import type { TimelineCounts } from './timeline-counts.ts';
import { activeParts, noFilter, type TimelineFilter } from './timeline-filter.ts';
import styles from './timeline-filters.module.css';
import { focusTimelineList } from './timeline-list.tsx';

type TimelineFiltersProps = {
  readonly filter: TimelineFilter;
  readonly onChange: (filter: TimelineFilter) => void;
  readonly counts: TimelineCounts;
  readonly shown: number;
  readonly total: number;
};

/** The row of filters, and what it says as a sentence. */
export const TimelineFilters = memo(function TimelineFilters(props: TimelineFiltersProps) {
  const { filter, onChange, counts, shown, total } = props;
  const say = useSay();
  const active = activeParts(filter).length > 0;
  return (
    <div className={styles['filters']} role="search" aria-label={say(m.filters)}>
      <div className={styles['row']}>
        <SearchField filter={filter} onChange={onChange} />
        <div className={styles['chips']}>
          <StageToggles filter={filter} onChange={onChange} counts={counts} />
          <KindToggles filter={filter} onChange={onChange} counts={counts} />
          <MarkToggles filter={filter} onChange={onChange} counts={counts} />
        </div>
        <span className={styles['end']}>
          <span className={styles['shown']} role="status">
            {active ? say(m.shown, { shown, total }) : say(m.total, { n: total })}
          </span>
          <ZoneSwitch />
        </span>
      </div>
      {active && (
        <div className={styles['summary']}>
          <span className={styles['sentence']}>{filterSentence(filter, say)}</span>
          <Button look="quiet" onClick={() => onChange(noFilter)}>
            {say(m.clearFilters)}
          </Button>
        </div>
      )}
    </div>
  );
});

type PartProps = Pick<TimelineFiltersProps, 'filter' | 'onChange' | 'counts'>;

const searchId = 'timeline-search';

/** Puts the keyboard into the search field. */
export function focusTimelineSearch(): void {
  document.getElementById(searchId)?.focus();
}

function SearchField({ filter, onChange }: Omit<PartProps, 'counts'>) {
  const say = useSay();
  return (
    <div className={styles['search']}>
      <Search size={14} aria-hidden />
      <input
        id={searchId}
        type="search"
        aria-label={say(m.search)}
        placeholder={say(m.searchPlaceholder)}
        spellCheck={false}
        value={filter.query}
        onChange={(event) => onChange({ ...filter, query: event.target.value })}
        onKeyDown={(event) => {
          if (isComposing(event)) return;
          if (event.key === 'Escape') onChange({ ...filter, query: '' });
          else if (event.key !== 'Enter') return;
          event.preventDefault();
          event.stopPropagation();
          focusTimelineList();
        }}
      />
    </div>
  );
}

/** The list with a value taken out, or put in. */
function toggled<T>(list: readonly T[], value: T): readonly T[] {
  return list.includes(value) ? list.filter((other) => other !== value) : [...list, value];
}

function StageToggles({ filter, onChange, counts }: PartProps) {
  const say = useSay();
  const language = useLanguage();
  const noStages = counts.stages['none'] ?? 0;
  return (
    <div className={styles['group']} role="group" aria-label={say(m.filterStages)}>
      {stageIds.map((stage) => (
        <ToggleChip
          key={stage}
          pressed={filter.stages.includes(stage)}
          onToggle={() => onChange({ ...filter, stages: toggled(filter.stages, stage) })}
          name={say(frameMessages.withNote, {
            name: `${stageNumber(stage)} ${stageName(stage, language)}`,
            note: counts.stages[stage] ?? 0,
          })}
          count={counts.stages[stage] ?? 0}
        >
          <StageChip stage={stage} look="number" />
        </ToggleChip>
      ))}
      {noStages > 0 && (
        <ToggleChip
          pressed={filter.stages.includes('none')}
          onToggle={() => onChange({ ...filter, stages: toggled(filter.stages, 'none') })}
          count={noStages}
        >
          {say(m.noStage)}
        </ToggleChip>
      )}
    </div>
  );
}

function KindToggles({ filter, onChange, counts }: PartProps) {
  const say = useSay();
  const kinds = entryKinds.filter(
    (kind) => (counts.kinds[kind] ?? 0) > 0 || filter.kinds.includes(kind),
  );
  if (kinds.length === 0) return null;
  return (
    <div className={styles['group']} role="group" aria-label={say(m.filterKinds)}>
      {kinds.map((kind) => (
        <ToggleChip
          key={kind}
          pressed={filter.kinds.includes(kind)}
          onToggle={() => onChange({ ...filter, kinds: toggled(filter.kinds, kind) })}
          name={say(frameMessages.withNote, {
            name: say(entryKindMessages[kind]),
            note: counts.kinds[kind] ?? 0,
          })}
          count={counts.kinds[kind] ?? 0}
        >
          <KindMark kind={kind} />
        </ToggleChip>
      ))}
    </div>
  );
}

function MarkToggles({ filter, onChange, counts }: PartProps) {
  const say = useSay();
  const marks = [
    { part: 'starred', message: m.onlyStarred, icon: <Star size={13} aria-hidden /> },
    { part: 'withEvidence', message: m.onlyEvidence, icon: <Paperclip size={13} aria-hidden /> },
    { part: 'corrected', message: m.onlyCorrected, icon: <FileClock size={13} aria-hidden /> },
  ] as const;
  return (
    <div className={styles['group']} role="group" aria-label={say(m.filterMore)}>
      {marks.map(
        ({ part, message, icon }) =>
          (counts[part] > 0 || filter[part]) && (
            <ToggleChip
              key={part}
              pressed={filter[part]}
              onToggle={() => onChange({ ...filter, [part]: !filter[part] })}
              name={say(frameMessages.withNote, { name: say(message), note: counts[part] })}
              count={counts[part]}
            >
              {icon}
            </ToggleChip>
          ),
      )}
      {counts.withdrawn > 0 && (
        <ToggleChip
          pressed={!filter.withdrawn}
          onToggle={() => onChange({ ...filter, withdrawn: !filter.withdrawn })}
          count={counts.withdrawn}
        >
          {say(m.hideWithdrawn)}
        </ToggleChip>
      )}
    </div>
  );
}

function ZoneSwitch() {
  const say = useSay();
  const { zoneMode, setZoneMode, zone, incidentZone } = useWorkspace();
  const names = {
    incident: say(frameMessages.withNote, {
      name: say(frameMessages.zoneIncident),
      note: zoneLabel(incidentZone, Date.now()),
    }),
    utc: say(frameMessages.zoneUtc),
    local: say(frameMessages.zoneLocal),
  };
  return (
    <div className={styles['zone']}>
      <Select
        label={say(frameMessages.zoneShown, { zone })}
        labelHidden
        value={zoneMode}
        onChange={setZoneMode}
        options={zoneModes.map((mode) => ({ value: mode, label: names[mode] }))}
      />
    </div>
  );
}
