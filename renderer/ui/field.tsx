import { type ReactNode, type Ref, useEffect, useId, useRef } from 'react';
import { classNames } from './class-names.ts';
import styles from './field.module.css';
import { isComposing } from './is-composing.ts';

type FieldFrame = {
  readonly label: string;
  /** True when the label is for screen readers only. */
  readonly labelHidden?: boolean | undefined;
  readonly hint?: ReactNode;
  /** What is wrong, in words; also marks the field as invalid. */
  readonly problem?: string | undefined;
};

function useFieldIds({ hint, problem }: FieldFrame) {
  const id = useId();
  const described = [hint !== undefined && `${id}-hint`, problem !== undefined && `${id}-problem`];
  return {
    id,
    describedBy: described.filter((part) => part !== false).join(' ') || undefined,
  };
}

function Frame({
  id,
  label,
  labelHidden,
  hint,
  problem,
  children,
}: FieldFrame & { readonly id: string; readonly children: ReactNode }) {
  return (
    <div className={styles['frame']}>
      <label htmlFor={id} className={labelHidden ? 'visually-hidden' : styles['label']}>
        {label}
      </label>
      {children}
      {hint !== undefined && (
        <p id={`${id}-hint`} className={styles['hint']}>
          {hint}
        </p>
      )}
      {problem !== undefined && (
        <p id={`${id}-problem`} className={styles['problem']} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

type FieldProps = FieldFrame & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onEnter?: (() => void) | undefined;
  readonly placeholder?: string | undefined;
  readonly type?: 'text' | 'search';
  readonly maxLength?: number;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
  readonly list?: readonly string[];
  readonly mono?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
};

/** One line of text with its label; Enter is safe while an input method composes. */
export function Field(props: FieldProps) {
  const { label, labelHidden, hint, problem, value, onChange, onEnter, list, mono, ...rest } =
    props;
  const { id, describedBy } = useFieldIds(props);
  return (
    <Frame id={id} label={label} labelHidden={labelHidden} hint={hint} problem={problem}>
      <input
        {...rest}
        id={id}
        className={classNames(styles['control'], mono && styles['mono'])}
        data-autofocus={rest.autoFocus}
        value={value}
        spellCheck={false}
        autoComplete="off"
        aria-invalid={problem !== undefined || undefined}
        aria-describedby={describedBy}
        list={list && `${id}-list`}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || onEnter === undefined || isComposing(event)) return;
          event.preventDefault();
          onEnter();
        }}
      />
      {list && (
        <datalist id={`${id}-list`}>
          {list.map((option) => (
            <option key={option} value={option} />
          ))}
        </datalist>
      )}
    </Frame>
  );
}

type TextAreaProps = FieldFrame & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Ctrl+Enter, or Cmd+Enter on a Mac. */
  readonly onSubmit?: (() => void) | undefined;
  readonly placeholder?: string;
  readonly rows?: number;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
};

/** Several lines of text; it grows with what is written. */
export function TextArea(props: TextAreaProps) {
  const { label, labelHidden, hint, problem, value, onChange, onSubmit, rows = 2, ...rest } = props;
  const { id, describedBy } = useFieldIds(props);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (area.current) growToContent(area.current);
  }, [value]);
  return (
    <Frame id={id} label={label} labelHidden={labelHidden} hint={hint} problem={problem}>
      <textarea
        {...rest}
        data-autofocus={rest.autoFocus}
        ref={area}
        id={id}
        rows={rows}
        className={styles['control']}
        value={value}
        spellCheck={false}
        aria-invalid={problem !== undefined || undefined}
        aria-describedby={describedBy}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          if (onSubmit === undefined || isComposing(event)) return;
          event.preventDefault();
          onSubmit();
        }}
      />
    </Frame>
  );
}

/** Makes a text area as tall as its text; its style sheet sets the limit. */
export function growToContent(area: HTMLTextAreaElement): void {
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
}

type SelectProps<V extends string> = FieldFrame & {
  readonly value: V;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly onChange: (value: V) => void;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
};

/** A choice out of a short list. */
export function Select<V extends string>(props: SelectProps<V>) {
  const { label, labelHidden, hint, problem, value, options, onChange, ...rest } = props;
  const { id, describedBy } = useFieldIds(props);
  return (
    <Frame id={id} label={label} labelHidden={labelHidden} hint={hint} problem={problem}>
      <select
        {...rest}
        id={id}
        className={styles['control']}
        data-autofocus={rest.autoFocus}
        value={value}
        aria-describedby={describedBy}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

type CheckboxProps = {
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
};

/** A yes-or-no choice. */
export function Checkbox({ label, checked, onChange, disabled }: CheckboxProps) {
  return (
    <label className={styles['check']}>
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{label}</span>
    </label>
  );
}
