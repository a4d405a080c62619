import { FileClock, Paperclip, Rows3, Search, Star } from 'lucide-react';
import { memo } from 'react';
import type { EntryFilter } from '#shared/domain/entry-filter.ts';
import { type EntryKind, entryKinds } from '#shared/domain/entry-kind.ts';
import { askedFields, withoutFields } from '#shared/domain/entry-match.ts';
import { stageIds, stageNumber } from '#shared/domain/kill-chain.ts';
import { zoneLabel } from '#shared/domain/time/zone-label.ts';
import { frameMessages } from '#shared/i18n/frame-messages.ts';
import { searchMessages } from '#shared/i18n/search-messages.ts';
import { timelineMessages as m } from '#shared/i18n/timeline-messages.ts';
import { entryKindMessages } from '#shared/i18n/entry-words.ts';
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
  readonly onChange: ChangeFilter;
  readonly counts: TimelineCounts;
  /** False while the counts of the chips are those of another filter. */
  readonly areCounted: boolean;
  /** How many entries the list shows. */
  readonly shown: number;
  readonly found: FoundRows;
  /** False while a long search goes on. */
  readonly done: boolean;
  /** True when there are log rows that could be shown. */
  readonly hasLogs: boolean;
  /** How many the list shows; undefined while it shows none. */
  readonly logCount: number | undefined;
  readonly isSearchingLogs: boolean;
};

/** Takes the filter that is to be shown, or makes it of the one that is shown then. */
type ChangeFilter = (next: EntryFilter | ((filter: EntryFilter) => EntryFilter)) => void;

/** The row of filters, and what it says as a sentence. */
export const TimelineFilters = memo(function TimelineFilters(props: TimelineFiltersProps) {
  const { filter, onChange, counts, areCounted, found } = props;
  const say = useSay();
  const { stages, kinds } = filter;
  return (
    <div className={styles['filters']} role="search" aria-label={say(m.filters)}>
      <div className={styles['row']}>
        <SearchField text={filter.text} onChange={onChange} />
        <div
          className={styles['chips']}
          data-stale={!areCounted || undefined}
          title={areCounted ? undefined : say(searchMessages.stillCounting)}
        >
          <StageToggles chosen={stages} onChange={onChange} counts={counts.stages} />
          <KindToggles chosen={kinds} onChange={onChange} counts={counts.kinds} />
          <MarkToggles
            starred={filter.starred}
            hasEvidence={filter.hasEvidence}
            corrected={filter.corrected}
            withdrawn={filter.withdrawn}
            onChange={onChange}
            counts={counts}
          />
        </div>
        <span className={styles['menus']}>
          <FilterMenu filter={filter} onChange={onChange} found={found} />
          <SavedFilterMenu filter={filter} onChange={onChange} />
        </span>
      </div>
      <div className={styles['summary']}>
        <FilterChips filter={filter} onChange={onChange} />
        <span className={styles['end']}>
          <ShownCount {...props} />
          {props.hasLogs && <LogRowsToggle />}
          <ZoneSwitch />
        </span>
      </div>
    </div>
  );
});

/** How many entries, and log rows, the list shows; what is not certain yet is not said. */
function ShownCount(props: TimelineFiltersProps) {
  const { filter, shown, found, done, logCount, isSearchingLogs } = props;
  const say = useSay();
  const active = askedFields(filter).length > 0;
  const total = found.source.length;
  const entries = active ? say(m.shown, { shown, total }) : say(m.total, { n: shown });
  const rows = isSearchingLogs
    ? say(searchMessages.rowsSearching)
    : logCount !== undefined && say(searchMessages.rowCount, { n: logCount });
  const text = done ? entries : say(searchMessages.searching);
  return (
    <span className={styles['shown']} role="status">
      {rows === false ? text : say(searchMessages.countWithRows, { entries: text, rows })}
    </span>
  );
}

/** Shows the rows of the logs among the entries, or the entries alone. */
function LogRowsToggle() {
  const say = useSay();
  const { logRowsShown, showLogRows } = useWorkspace();
  return (
    <ToggleChip
      pressed={logRowsShown}
      onToggle={() => showLogRows(!logRowsShown)}
      name={say(searchMessages.logRowsKey)}
    >
      {rowsIcon}
      {say(searchMessages.logRows)}
    </ToggleChip>
  );
}

type PartProps = { readonly onChange: ChangeFilter };

const searchIcon = <Search size={14} aria-hidden />;
const rowsIcon = <Rows3 size={13} aria-hidden />;
const searchId = 'timeline-search';
/** What a saved filter may hold. */
const mostLetters = 2_000;

/** Puts the keyboard into the search field. */
export function focusTimelineSearch(): void {
  document.getElementById(searchId)?.focus();
}

function SearchField({ text, onChange }: PartProps & { readonly text: string | undefined }) {
  const say = useSay();
  const search = (typed: string) =>
    onChange((filter) =>
      typed === '' ? withoutFields(filter, 'text') : { ...filter, text: typed },
    );
  return (
    <div className={styles['search']}>
      {searchIcon}
      <input
        id={searchId}
        type="search"
        aria-label={say(m.search)}
        placeholder={say(m.searchPlaceholder)}
        spellCheck={false}
        value={text ?? ''}
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

type CountedProps<V> = PartProps & {
  readonly chosen: readonly V[] | undefined;
  readonly counts: Readonly<Record<string, number>>;
};

const StageToggles = memo(function StageToggles({
  chosen,
  onChange,
  counts,
}: CountedProps<string>) {
  const say = useSay();
  const language = useLanguage();
  const noStages = counts['none'] ?? 0;
  return (
    <div className={styles['group']} role="group" aria-label={say(m.filterStages)}>
      {stageIds.map((stage) => (
        <ToggleChip
          key={stage}
          pressed={chosen?.includes(stage) ?? false}
          onToggle={() => onChange((filter) => withValueToggled(filter, 'stages', stage))}
          name={say(frameMessages.withNote, {
            name: `${stageNumber(stage)} ${stageName(stage, language)}`,
            note: counts[stage] ?? 0,
          })}
          count={counts[stage] ?? 0}
        >
          <StageChip stage={stage} look="number" />
        </ToggleChip>
      ))}
      {(noStages > 0 || chosen?.includes('none')) && (
        <ToggleChip
          pressed={chosen?.includes('none') ?? false}
          onToggle={() => onChange((filter) => withValueToggled(filter, 'stages', 'none'))}
          count={noStages}
        >
          {say(m.noStage)}
        </ToggleChip>
      )}
    </div>
  );
});

const KindToggles = memo(function KindToggles({
  chosen,
  onChange,
  counts,
}: CountedProps<EntryKind>) {
  const say = useSay();
  const kinds = entryKinds.filter((kind) => (counts[kind] ?? 0) > 0 || chosen?.includes(kind));
  if (kinds.length === 0) return null;
  return (
    <div className={styles['group']} role="group" aria-label={say(m.filterKinds)}>
      {kinds.map((kind) => (
        <ToggleChip
          key={kind}
          pressed={chosen?.includes(kind) ?? false}
          onToggle={() => onChange((filter) => withValueToggled(filter, 'kinds', kind))}
          name={say(frameMessages.withNote, {
            name: say(entryKindMessages[kind]),
            note: counts[kind] ?? 0,
          })}
          count={counts[kind] ?? 0}
        >
          <KindMark kind={kind} />
        </ToggleChip>
      ))}
    </div>
  );
});

type MarkTogglesProps = PartProps &
  Pick<EntryFilter, 'starred' | 'hasEvidence' | 'corrected' | 'withdrawn'> & {
    readonly counts: TimelineCounts;
  };

const MarkToggles = memo(function MarkToggles({ onChange, counts, ...filter }: MarkTogglesProps) {
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
                onChange((before) =>
                  before[field] === true
                    ? withoutFields(before, field)
                    : { ...before, [field]: true },
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
            onChange((before) =>
              hidesWithdrawn ? withoutFields(before, 'withdrawn') : { ...before, withdrawn: false },
            )
          }
          count={counts.withdrawn}
        >
          {say(m.hideWithdrawn)}
        </ToggleChip>
      )}
    </div>
  );
});

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
