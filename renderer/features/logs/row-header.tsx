import { CalendarRange, Pin } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatInstant } from '#shared/domain/time/format-time.ts';
import { logMessages as m } from '#shared/i18n/logs-messages.ts';
import { searchMessages } from '#shared/i18n/search-messages.ts';
import type { RowsFound } from '#shared/ipc/log-contract.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { type Span, SpanFields } from '../../records/span-fields.tsx';
import type { TaggedRows } from '../../records/use-tagged-rows.ts';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { Popover } from '../../ui/popover.tsx';
import layout from '../../ui/list-and-detail.module.css';
import { focusRows, rowSearchId } from './row-list-focus.ts';
import type { useLogsState } from './use-logs-state.ts';

type RowHeaderProps = {
  readonly state: ReturnType<typeof useLogsState>;
  readonly sources: readonly { readonly value: string; readonly label: string }[];
  /** An instant of the day that a time without a date belongs to. */
  readonly dayMs: number;
  readonly tagged: TaggedRows;
  readonly found: RowsFound;
  /** True when they could not be looked for: a count of none would be a wrong answer. */
  readonly failed: boolean;
  readonly importButton: ReactNode;
  readonly onPin: () => void;
};

/** What decides which rows are shown, how many there are, and what is done with the tagged ones. */
export function RowHeader(props: RowHeaderProps) {
  const { sources, dayMs, tagged, found, failed, importButton, onPin } = props;
  const [state, change] = props.state;
  const say = useSay();
  const { canWrite } = useWorkspace();
  const { count, done } = found;
  return (
    <header className={layout['header']}>
      {importButton}
      <div id={rowSearchId} className={layout['search']} role="search">
        <Field
          label={say(m.search)}
          labelHidden
          type="search"
          placeholder={say(m.searchHint)}
          value={state.words}
          maxLength={1_000}
          onChange={(words) => change({ words, active: 0 })}
          onEnter={focusRows}
        />
      </div>
      {sources.length > 1 && (
        <Select
          label={say(m.file)}
          labelHidden
          value={state.source}
          onChange={(source) => change({ source, active: 0 })}
          options={[{ value: '', label: say(m.allSources) }, ...sources]}
        />
      )}
      <Popover
        id="log-span"
        label={say(m.timeSpan)}
        icon={<CalendarRange size={14} aria-hidden />}
        title={say(m.timeSpanTitle)}
      >
        {(close) => (
          <SpanFields
            span={state.span}
            dayMs={dayMs}
            onSet={(span) => {
              change({ span, active: 0 });
              close();
            }}
          />
        )}
      </Popover>
      <SpanChips span={state.span} onChange={(span) => change({ span, active: 0 })} />
      {tagged.rows.size > 0 && (
        <>
          <span>{say(m.tagged, { n: tagged.rows.size })}</span>
          <Button onClick={tagged.clear}>{say(m.untagAll)}</Button>
        </>
      )}
      {canWrite && count > 0 && (
        <Button icon={<Pin size={14} aria-hidden />} onClick={onPin}>
          {say(m.pin)}
        </Button>
      )}
      <p className={layout['count']} role="status">
        {!failed && say(done ? m.count : m.countSoFar, { n: count })}
      </p>
    </header>
  );
}

type SpanChipsProps = { readonly span: Span; readonly onChange: (span: Span) => void };

/** Both ends of the span that is shown; each can be taken away. */
function SpanChips({ span, onChange }: SpanChipsProps) {
  const say = useSay();
  const locale = useLanguage();
  const { zone } = useWorkspace();
  return (['from', 'until'] as const).map((end) => {
    const utc = span[end];
    if (utc === undefined) return null;
    const time = formatInstant(Date.parse(utc), { zone, locale, style: 'short' }, 'second');
    const label = say(end === 'from' ? searchMessages.fromTime : searchMessages.untilTime, {
      time,
    });
    return (
      <Chip
        key={end}
        onRemove={() => onChange({ ...span, [end]: undefined })}
        removeName={say(searchMessages.dropCondition, { name: label })}
      >
        {label}
      </Chip>
    );
  });
}
