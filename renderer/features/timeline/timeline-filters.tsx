import { FileClock, Paperclip, Search, Star } from 'lucide-react';
import { memo } from 'react';
import type { EntryFilter } from '#shared/domain/entry-filter.ts';
import { entryKinds } from '#shared/domain/entry-kind.ts';
import { askedFields, withoutFields } from '#shared/domain/entry-match.ts';
import { stageIds, stageNumber } from '#shared/domain/kill-chain.ts';
import { zoneLabel } from '#shared/domain/time/zone-label.ts';
import { frameMessages } from '#shared/i18n/frame-messages.ts';
import { searchMessages } from '#shared/i18n/search-messages.ts';
import { timelineMessages as m } from '#shared/i18n/timeline-messages.ts';
import { entryKindMessages } from '../../records/entry-kind-message.ts';
import { KindMark } from '../../records/kind-mark.tsx';
import { useLanguage, useSay } from '../../records/language.tsx';
import { StageChip, stageName } from '../../records/stage-chip.tsx';
import { useWorkspace, zoneModes } from '../../records/workspace.tsx';
import { ToggleChip } from '../../ui/chip.tsx';
import { Select } from '../../ui/field.tsx';
import { isComposing } from '../../ui/is-composing.ts';
import { FilterChips } from './filter-chips.tsx';
import { FilterMenu } from './filter-menu.tsx';
import { withValueToggled } from './filter-sentence.ts';
import type { FoundRows } from './find-rows.ts';
import { SavedFilterMenu } from './saved-filter-menu.tsx';
import type { TimelineCounts } from './timeline-counts.ts';
import styles from './timeline-filters.module.css';
import { focusTimelineList } from './timeline-list.tsx';

type TimelineFiltersProps = {
  readonly filter: EntryFilter;
  readonly onChange: (filter: EntryFilter) => void;
  readonly counts: TimelineCounts;
  readonly found: FoundRows;
  /** False while a long search goes on. */
  readonly done: boolean;
};

/** The row of filters, and what it says as a sentence. */
export const TimelineFilters = memo(function TimelineFilters(props: TimelineFiltersProps) {
  const { filter, onChange, counts, found, done } = props;
  const say = useSay();
  const active = askedFields(filter).length > 0;
  const total = found.source.length;
  const count = active ? say(m.shown, { shown: counts.shown, total }) : say(m.total, { n: total });
  return (
    <div className={styles['filters']} role="search" aria-label={say(m.filters)}>
      <div className={styles['row']}>
        <SearchField filter={filter} onChange={onChange} />
        <div className={styles['chips']}>
          <StageToggles filter={filter} onChange={onChange} counts={counts} />
          <KindToggles filter={filter} onChange={onChange} counts={counts} />
          <MarkToggles filter={filter} onChange={onChange} counts={counts} />
        </div>
        <span className={styles['menus']}>
          <FilterMenu filter={filter} onChange={onChange} found={found} />
          <SavedFilterMenu filter={filter} onChange={onChange} />
        </span>
      </div>
      <div className={styles['summary']}>
        <FilterChips filter={filter} onChange={onChange} />
        <span className={styles['end']}>
          <span className={styles['shown']} role="status">
            {done ? count : say(searchMessages.searching)}
          </span>
          <ZoneSwitch />
        </span>
      </div>
    </div>
  );
});

type PartProps = Pick<TimelineFiltersProps, 'filter' | 'onChange' | 'counts'>;

const searchId = 'timeline-search';
/** What a saved filter may hold. */
const mostLetters = 2_000;

/** Puts the keyboard into the search field. */
export function focusTimelineSearch(): void {
  document.getElementById(searchId)?.focus();
}

function SearchField({ filter, onChange }: Omit<PartProps, 'counts'>) {
  const say = useSay();
  const search = (text: string) =>
    onChange(text === '' ? withoutFields(filter, 'text') : { ...filter, text });
  return (
    <div className={styles['search']}>
      <Search size={14} aria-hidden />
      <input
        id={searchId}
        type="search"
        aria-label={say(m.search)}
        placeholder={say(m.searchPlaceholder)}
        spellCheck={false}
        value={filter.text ?? ''}
        onChange={(event) => search(event.target.value)}
        maxLength={mostLetters}
        onKeyDown={(event) => {
          if (isComposing(event)) return;
          if (event.key === 'Escape') search('');
          else if (event.key !== 'Enter') return;
          event.preventDefault();
          event.stopPropagation();
          focusTimelineList();
        }}
      />
    </div>
  );
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
          pressed={filter.stages?.includes(stage) ?? false}
          onToggle={() => onChange(withValueToggled(filter, 'stages', stage))}
          name={say(frameMessages.withNote, {
            name: `${stageNumber(stage)} ${stageName(stage, language)}`,
            note: counts.stages[stage] ?? 0,
          })}
          count={counts.stages[stage] ?? 0}
        >
          <StageChip stage={stage} look="number" />
        </ToggleChip>
      ))}
      {(noStages > 0 || filter.stages?.includes('none')) && (
        <ToggleChip
          pressed={filter.stages?.includes('none') ?? false}
          onToggle={() => onChange(withValueToggled(filter, 'stages', 'none'))}
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
    (kind) => (counts.kinds[kind] ?? 0) > 0 || filter.kinds?.includes(kind),
  );
  if (kinds.length === 0) return null;
  return (
    <div className={styles['group']} role="group" aria-label={say(m.filterKinds)}>
      {kinds.map((kind) => (
        <ToggleChip
          key={kind}
          pressed={filter.kinds?.includes(kind) ?? false}
          onToggle={() => onChange(withValueToggled(filter, 'kinds', kind))}
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
  const hidesWithdrawn = filter.withdrawn === false;
  const marks = [
    { field: 'starred', message: m.onlyStarred, icon: <Star size={13} aria-hidden /> },
    { field: 'hasEvidence', message: m.onlyEvidence, icon: <Paperclip size={13} aria-hidden /> },
    { field: 'corrected', message: m.onlyCorrected, icon: <FileClock size={13} aria-hidden /> },
  ] as const;
  return (
    <div className={styles['group']} role="group" aria-label={say(m.filterMore)}>
      {marks.map(
        ({ field, message, icon }) =>
          (counts[field] > 0 || filter[field] === true) && (
            <ToggleChip
              key={field}
              pressed={filter[field] === true}
              onToggle={() =>
                onChange(
                  filter[field] === true
                    ? withoutFields(filter, field)
                    : { ...filter, [field]: true },
                )
              }
              name={say(frameMessages.withNote, { name: say(message), note: counts[field] })}
              count={counts[field]}
            >
              {icon}
            </ToggleChip>
          ),
      )}
      {(counts.withdrawn > 0 || hidesWithdrawn) && (
        <ToggleChip
          pressed={hidesWithdrawn}
          onToggle={() =>
            onChange(
              hidesWithdrawn ? withoutFields(filter, 'withdrawn') : { ...filter, withdrawn: false },
            )
          }
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
