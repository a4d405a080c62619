import { killChain } from '#shared/catalogue/kill-chain.ts';
import { timelineMessages as m } from '#shared/i18n/timeline-messages.ts';
import { useRecords } from '../../data/use-records.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { Select } from '../../ui/field.tsx';

type PickerProps = { readonly value: string; readonly onChange: (value: string) => void };

/** Keeps a value that the list does not hold: what is there is never lost by opening a form. */
function withOwn(options: readonly { value: string; label: string }[], value: string) {
  return value === '' || options.some((option) => option.value === value)
    ? options
    : [...options, { value, label: value }];
}

/** Chooses the kind of log that an entry was read in. */
export function LogSourcePicker({ value, onChange }: PickerProps) {
  const say = useSay();
  const language = useLanguage();
  const options = killChain.logSources.map(({ id, name }) => ({
    value: id,
    label: name[language],
  }));
  return (
    <Select
      label={say(m.logSource)}
      value={value}
      onChange={onChange}
      options={[{ value: '', label: say(m.confidenceUnset) }, ...withOwn(options, value)]}
    />
  );
}

/** Chooses the source whose clock gave the time; nothing to choose while the notebook has none. */
export function SourcePicker({ value, onChange }: PickerProps) {
  const say = useSay();
  const options = useRecords('sources').flatMap(({ id, source }) =>
    source === undefined ? [] : [{ value: id, label: source.name }],
  );
  if (options.length === 0 && value === '') return null;
  return (
    <Select
      label={say(m.source)}
      value={value}
      onChange={onChange}
      options={[{ value: '', label: say(m.confidenceUnset) }, ...withOwn(options, value)]}
    />
  );
}
