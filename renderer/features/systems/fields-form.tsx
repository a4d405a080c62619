import { useState } from 'react';
import { systemViewMessages as m } from '#shared/i18n/system-view-messages.ts';
import { useSay } from '../../records/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox, Field, Select, TextArea } from '../../ui/field.tsx';
import type { FieldSpec } from './field-specs.ts';
import { useSystems } from './registers.ts';
import styles from './record-detail.module.css';

type FieldsFormProps = {
  readonly specs: readonly FieldSpec[];
  readonly values: Readonly<Record<string, unknown>>;
  /** Answers what is wrong in words, or nothing. */
  readonly onSave: (changed: Readonly<Record<string, unknown>>) => Promise<string | undefined>;
  readonly onDone: () => void;
};

/** Changes what is said of a record; only what was changed is written. */
export function FieldsForm({ specs, values, onSave, onDone }: FieldsFormProps) {
  const say = useSay();
  const [typed, setTyped] = useState<Readonly<Record<string, unknown>>>(() =>
    Object.fromEntries(specs.map((spec) => [spec.key, shownValue(spec, values[spec.key])])),
  );
  const [problem, setProblem] = useState<string>();
  const save = async () => {
    const changed = specs.flatMap((spec) => {
      const before = shownValue(spec, values[spec.key]);
      const now = typed[spec.key];
      return JSON.stringify(before) === JSON.stringify(now)
        ? []
        : [[spec.key, storedValue(spec, now)]];
    });
    const wrong =
      changed.length === 0
        ? undefined
        : await onSave(Object.fromEntries(changed) as Readonly<Record<string, unknown>>);
    setProblem(wrong);
    if (wrong === undefined) onDone();
  };
  return (
    <div
      className={styles['form']}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onDone();
      }}
    >
      {specs.map((spec, at) => (
        <SpecField
          key={spec.key}
          spec={spec}
          value={typed[spec.key]}
          onChange={(value) => setTyped((before) => ({ ...before, [spec.key]: value }))}
          onSubmit={() => void save()}
          autoFocus={at === 0}
        />
      ))}
      {problem !== undefined && (
        <p className={styles['problem']} role="alert">
          {problem}
        </p>
      )}
      <div className={styles['buttons']}>
        <Button onClick={onDone}>{say(m.cancel)}</Button>
        <Button look="primary" onClick={() => void save()}>
          {say(m.save)}
        </Button>
      </div>
    </div>
  );
}

type SpecFieldProps = {
  readonly spec: FieldSpec;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly onSubmit: () => void;
  readonly autoFocus: boolean;
};

function SpecField({ spec, value, onChange, onSubmit, autoFocus }: SpecFieldProps) {
  const say = useSay();
  const label = say(spec.label);
  const hint = spec.hint && say(spec.hint);
  switch (spec.kind) {
    case 'text':
    case 'number':
      return (
        <Field
          label={label}
          value={String(value)}
          onChange={onChange}
          onEnter={onSubmit}
          maxLength={spec.longest ?? 4}
          autoFocus={autoFocus}
        />
      );
    case 'lines':
    case 'note':
      return (
        <TextArea
          label={label}
          hint={hint}
          value={String(value)}
          onChange={onChange}
          onSubmit={onSubmit}
        />
      );
    case 'flag':
      return <Checkbox label={label} checked={value === true} onChange={onChange} />;
    case 'choice':
      return (
        <Select
          label={label}
          value={String(value)}
          onChange={onChange}
          options={[
            { value: '', label: say(m.notStated) },
            ...(spec.choices ?? []).map((one) => ({ value: one.value, label: say(one.label) })),
          ]}
        />
      );
    case 'systems':
      return <SystemChoice label={label} chosen={value as readonly string[]} onChange={onChange} />;
  }
}

type SystemChoiceProps = {
  readonly label: string;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
};

function SystemChoice({ label, chosen, onChange }: SystemChoiceProps) {
  const systems = useSystems();
  return (
    <fieldset className={styles['choices']}>
      <legend>{label}</legend>
      {systems.map(({ id, name }) => (
        <Checkbox
          key={id}
          label={name}
          checked={chosen.includes(id)}
          onChange={(checked) =>
            onChange(checked ? [...chosen, id] : chosen.filter((one) => one !== id))
          }
        />
      ))}
    </fieldset>
  );
}

/** A stored value as the form shows it; what nobody wrote is empty. */
function shownValue({ kind }: FieldSpec, value: unknown): unknown {
  switch (kind) {
    case 'flag':
      return value === true;
    case 'systems':
      return value ?? [];
    case 'lines':
      return ((value ?? []) as readonly string[]).join('\n');
    case 'text':
    case 'note':
    case 'number':
    case 'choice':
      return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  }
}

function storedValue({ kind, longest }: FieldSpec, typed: unknown): unknown {
  switch (kind) {
    case 'flag':
    case 'systems':
      return typed;
    case 'lines':
      return String(typed)
        .split('\n')
        .map((line) => line.trim().slice(0, 200))
        .filter(Boolean)
        .slice(0, 200);
    case 'number': {
      const number = Number(String(typed).normalize('NFKC'));
      return Number.isInteger(number) && number > 0 ? number : null;
    }
    case 'text':
      return String(typed).trim().slice(0, longest);
    case 'note':
      return String(typed).slice(0, 20_000);
    case 'choice':
      return typed === '' ? undefined : typed;
  }
}
