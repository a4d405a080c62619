import { Pencil, RefreshCw, Trash2, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { RegisterChange } from '#shared/application/systems.ts';
import { clearanceGap, type Examination } from '#shared/domain/examination.ts';
import type { Message } from '#shared/i18n/messages.ts';
import { systemMessages } from '#shared/i18n/system-messages.ts';
import { systemViewMessages as m } from '#shared/i18n/system-view-messages.ts';
import {
  accountStateMessages,
  serviceStateMessages,
  systemStateMessages,
} from '#shared/i18n/word-status.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { useSay } from '../../records/language.tsx';
import { EntryLink } from '../../records/links.tsx';
import { InstantText } from '../../records/time-text.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { fieldSpecs, type FieldSpec } from './field-specs.ts';
import { FieldsForm } from './fields-form.tsx';
import styles from './record-detail.module.css';
import { useSystems } from './registers.ts';
import { StateForm, type StatefulRegister } from './state-form.tsx';
import type { WriteRegister } from './use-register-writing.ts';

/** A state as any register writes it. */
export type AnyState = {
  readonly value: string;
  readonly because: string;
  readonly entries: readonly string[];
  readonly at?: string | undefined;
  readonly tokensRevoked?: boolean | undefined;
  readonly examination?: Examination | undefined;
};

/** A record of any register as its detail shows it. */
export type AnyRecord = {
  readonly id: string;
  readonly name: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly states?: readonly {
    readonly op: string;
    readonly wall: number;
    readonly by: string;
    readonly state: AnyState;
  }[];
};

type DetailProps = {
  readonly register: keyof typeof fieldSpecs;
  readonly record: AnyRecord;
  /** Names of the others on the register. */
  readonly taken: readonly string[];
  /** Entries that name it; undefined for what no entry names. */
  readonly entries: readonly string[] | undefined;
  readonly write: WriteRegister;
  readonly onClose: () => void;
};

const mostEntries = 100;

/** Everything about one record of a register: read first, changed in place. */
export function RecordDetail({ register, record, taken, entries, write, onClose }: DetailProps) {
  const say = useSay();
  const { canWrite } = useWorkspace();
  const [mode, setMode] = useState<'read' | 'fields' | 'state'>('read');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (mode === 'read') heading.current?.focus();
  }, [mode]);
  const { id, name, fields, states } = record;
  const shown = visibleText(name);
  const specs = fieldSpecs[register];
  const save = async (change: RegisterChange) => (await write(change, say(m.saved), taken)).problem;
  const remove = async () => {
    const removal = { removed: true, reason: say(m.removedReason) };
    const change = { register, id, fields: { removal } } as RegisterChange;
    const { record: gone } = await write(change, say(m.removed, { name: shown }));
    if (gone !== undefined) onClose();
  };
  return (
    <section
      className={styles['detail']}
      aria-label={say(m.detailOf, { name: shown })}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || mode !== 'read') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header className={styles['header']}>
        <h3 ref={heading} tabIndex={-1} className={styles['name']}>
          {shown}
        </h3>
        <IconButton
          name={say(m.closeDetail)}
          icon={<X size={16} aria-hidden />}
          onClick={onClose}
        />
      </header>
      {canWrite && mode === 'read' && (
        <div className={styles['actions']}>
          {states !== undefined && (
            <Button
              look="primary"
              icon={<RefreshCw size={14} aria-hidden />}
              onClick={() => setMode('state')}
            >
              {say(m.changeState)}
            </Button>
          )}
          <Button icon={<Pencil size={14} aria-hidden />} onClick={() => setMode('fields')}>
            {say(m.edit)}
          </Button>
          <Button icon={<Trash2 size={14} aria-hidden />} onClick={() => void remove()}>
            {say(m.remove)}
          </Button>
        </div>
      )}
      {mode === 'fields' && (
        <FieldsForm
          specs={specs}
          values={fields}
          onSave={(changed) => save({ register, id, fields: changed })}
          onDone={() => setMode('read')}
        />
      )}
      {mode === 'state' && isStateful(register) && (
        <StateForm
          register={register}
          id={id}
          value={(fields['state'] as AnyState | undefined)?.value ?? firstStates[register]}
          onSave={save}
          onDone={() => setMode('read')}
        />
      )}
      {mode === 'read' && (
        <>
          <Facts specs={specs} fields={fields} />
          {states !== undefined && isStateful(register) && (
            <StateList register={register} states={states} />
          )}
          {entries !== undefined && <Naming entries={entries} />}
        </>
      )}
    </section>
  );
}

const firstStates = { asset: 'unknown', account: 'unknown', service: 'running' } as const;

function isStateful(register: string): register is StatefulRegister {
  return Object.hasOwn(firstStates, register);
}

type FactsProps = {
  readonly specs: readonly FieldSpec[];
  readonly fields: Readonly<Record<string, unknown>>;
};

function Facts({ specs, fields }: FactsProps) {
  const say = useSay();
  const systems = useSystems();
  const nameOf = (id: string) => systems.find((one) => one.id === id)?.name;
  const said = specs.slice(1).flatMap((spec) => {
    const lines = factLines(spec, fields[spec.key], say, nameOf);
    return lines.length === 0 ? [] : [{ spec, lines }];
  });
  if (said.length === 0) return null;
  return (
    <dl className={styles['facts']}>
      {said.map(({ spec, lines }) => (
        <div key={spec.key}>
          <dt>{say(spec.label)}</dt>
          <dd>
            {lines.map((line, at) => (
              // Lines have no id, and the list is written anew as a whole.
              <p key={at}>{visibleText(line)}</p>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function factLines(
  { kind, choices }: FieldSpec,
  value: unknown,
  say: (message: Message) => string,
  nameOf: (id: string) => string | undefined,
): readonly string[] {
  switch (kind) {
    case 'flag':
      return value === true ? [say(m.yes)] : [];
    case 'lines':
      return (value ?? []) as readonly string[];
    case 'systems':
      return ((value ?? []) as readonly string[]).flatMap((id) => nameOf(id) ?? []);
    case 'choice': {
      const choice = choices?.find((one) => one.value === value);
      return choice === undefined ? [] : [say(choice.label)];
    }
    case 'text':
    case 'number':
    case 'note':
      return typeof value === 'string' || typeof value === 'number'
        ? String(value).split('\n').filter(Boolean)
        : [];
  }
}

/** Words of a state of a register. */
export function stateMessage(register: StatefulRegister, state: AnyState): Message {
  const { value, tokensRevoked } = state;
  if (register === 'account' && value === 'reset' && tokensRevoked === true)
    return systemMessages.stateResetRevoked;
  const messages: Readonly<Record<string, Message>> = {
    asset: systemStateMessages,
    account: accountStateMessages,
    service: serviceStateMessages,
  }[register];
  return messages[value] ?? systemMessages.stateUnknown;
}

type StateListProps = {
  readonly register: StatefulRegister;
  readonly states: NonNullable<AnyRecord['states']>;
};

function StateList({ register, states }: StateListProps) {
  const say = useSay();
  return (
    <section className={styles['part']} aria-label={say(m.states)}>
      <h4>{say(m.states)}</h4>
      {states.length === 0 && <p className={styles['muted']}>{say(m.statesNone)}</p>}
      <ol className={styles['states']}>
        {states.toReversed().map(({ op, wall, by, state }) => (
          <li key={op}>
            <p>
              <strong>{say(stateMessage(register, state))}</strong>{' '}
              <span className={styles['muted']}>
                <InstantText ms={state.at === undefined ? wall : Date.parse(state.at)} />{' '}
                {by !== '' && say(m.stateBy, { by: visibleText(by) })}
              </span>
            </p>
            {state.because !== '' && <p>{visibleText(state.because)}</p>}
            {state.value === 'cleared' && <Looked examination={state.examination} />}
            {state.entries.map((entry) => (
              <EntryLink key={entry} id={entry} />
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Looked({ examination }: { readonly examination: Examination | undefined }) {
  const say = useSay();
  if (examination === undefined || clearanceGap(examination) !== undefined)
    return <p className={styles['problem']}>{say(m.unproven)}</p>;
  const facts = [
    [m.collected, examination.collected],
    [m.examined, examination.examined],
    [m.examinedBy, examination.by],
    [m.found, say(examination.found === 'nothing' ? m.foundNothing : m.foundSomething)],
  ] as const;
  return (
    <dl className={styles['facts']}>
      {facts.map(([label, text]) => (
        <div key={label.en}>
          <dt>{say(label)}</dt>
          <dd>{visibleText(text)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Naming({ entries }: { readonly entries: readonly string[] }) {
  const say = useSay();
  return (
    <section className={styles['part']} aria-label={say(m.entries)}>
      <h4>{say(m.entries)}</h4>
      {entries.length === 0 && <p className={styles['muted']}>{say(m.entriesNone)}</p>}
      <div className={styles['links']}>
        {entries.slice(0, mostEntries).map((id) => (
          <EntryLink key={id} id={id} />
        ))}
      </div>
      {entries.length > mostEntries && (
        <p className={styles['muted']}>
          {say(m.moreProposed, { n: entries.length - mostEntries })}
        </p>
      )}
    </section>
  );
}
