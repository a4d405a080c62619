import { ListFilter } from 'lucide-react';
import { type KeyboardEvent, useDeferredValue, useId, useMemo, useState } from 'react';
import type { EntryFilter } from '#shared/domain/entry-filter.ts';
import { withoutFields } from '#shared/domain/entry-match.ts';
import { searchMessages as m } from '#shared/i18n/search-messages.ts';
import { useSay } from '../../records/language.tsx';
import { SpanFields } from '../../records/span-fields.tsx';
import { countText } from '../../ui/count-text.ts';
import { isComposing } from '../../ui/is-composing.ts';
import { Popover } from '../../ui/popover.tsx';
import type { FilterOption } from './filter-options.ts';
import styles from './filter-menu.module.css';
import { type FoundRows, nothingFound } from './find-rows.ts';
import { useFilterOptions } from './use-filter-options.ts';
import { useLookedAtDay } from './use-looked-at-day.ts';

type FilterMenuProps = {
  readonly filter: EntryFilter;
  readonly onChange: (filter: EntryFilter) => void;
  readonly found: FoundRows;
};

const menuIcon = <ListFilter size={14} aria-hidden />;
const buttonId = 'timeline-filter-menu';

/** Opens the menu of conditions. */
export function openFilterMenu(): void {
  const button = document.getElementById(buttonId);
  if (button?.getAttribute('aria-expanded') === 'false') button.click();
}

/** Every condition that the notebook offers in one menu: find a value, see how many it shows, choose it. */
export function FilterMenu(props: FilterMenuProps) {
  const say = useSay();
  return (
    <Popover id={buttonId} label={say(m.filterMenu)} icon={menuIcon} title={say(m.filterMenuTitle)}>
      {() => (
        <>
          <ValueList {...props} />
          <TimeFields {...props} />
        </>
      )}
    </Popover>
  );
}

function TimeFields({ filter, onChange, found }: FilterMenuProps) {
  const dayMs = useLookedAtDay(found.source);
  return (
    <SpanFields
      span={filter}
      dayMs={dayMs}
      onSet={({ from, until }) =>
        onChange({
          ...withoutFields(filter, 'from', 'until'),
          ...(from !== undefined && { from }),
          ...(until !== undefined && { until }),
        })
      }
    />
  );
}

function ValueList({ filter, onChange, found }: FilterMenuProps) {
  const say = useSay();
  const listId = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  // The menu stands before its values are counted.
  const counted = useDeferredValue(found, nothingFound);
  const groups = useFilterOptions({ filter, found: counted, query });
  const options = useMemo(() => groups.flatMap((group) => group.options), [groups]);
  const chosen = Math.min(active, options.length - 1);
  const toggle = (option: FilterOption | undefined) => option && onChange(option.toggled(filter));
  const steer = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === 'ArrowDown') setActive(Math.min(chosen + 1, options.length - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(chosen - 1, 0));
    else if (event.key === 'Enter') toggle(options[chosen]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <input
        className={styles['query']}
        role="combobox"
        aria-label={say(m.findValue)}
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={options[chosen] && `${listId}-${chosen}`}
        placeholder={say(m.findValue)}
        spellCheck={false}
        data-autofocus
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
        }}
        onKeyDown={steer}
      />
      <div
        id={listId}
        role="listbox"
        aria-multiselectable
        aria-label={say(m.values)}
        className={styles['list']}
      >
        {groups.map(({ field, label, first, options: offered, more }) => (
          <div key={field} role="group" aria-label={label}>
            <div className={styles['heading']} aria-hidden>
              {label}
            </div>
            {offered.map((option, index) => (
              <Option
                key={option.key}
                option={option}
                domId={`${listId}-${first + index}`}
                active={first + index === chosen}
                onPoint={() => setActive(first + index)}
                onToggle={() => toggle(option)}
              />
            ))}
            {more > 0 && <div className={styles['more']}>{say(m.moreValues, { n: more })}</div>}
          </div>
        ))}
      </div>
      {options.length === 0 && query !== '' && <p className={styles['more']}>{say(m.noValue)}</p>}
    </>
  );
}

type OptionProps = {
  readonly option: FilterOption;
  readonly domId: string;
  readonly active: boolean;
  readonly onPoint: () => void;
  readonly onToggle: () => void;
};

function Option({ option, domId, active, onPoint, onToggle }: OptionProps) {
  return (
    <div
      id={domId}
      role="option"
      aria-selected={option.chosen}
      className={styles['option']}
      data-active={active || undefined}
      ref={(element) => {
        if (active) element?.scrollIntoView?.({ block: 'nearest' });
      }}
      onMouseMove={onPoint}
      // The keyboard stays in the field.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onToggle}
    >
      <span className={styles['tick']} aria-hidden>
        {option.chosen ? '✓' : ''}
      </span>
      <span className={styles['label']}>{option.label}</span>
      <span className={styles['count']}>{countText(option.count)}</span>
    </div>
  );
}
