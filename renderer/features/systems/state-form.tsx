import { useState } from 'react';
import type { RegisterChange } from '#shared/application/systems.ts';
import { accountStates } from '#shared/domain/account.ts';
import { serviceStates } from '#shared/domain/business-service.ts';
import type { Examination } from '#shared/domain/examination.ts';
import { systemStates } from '#shared/domain/system.ts';
import { toUtcText } from '#shared/domain/time/entry-time.ts';
import type { Message } from '#shared/i18n/messages.ts';
import { systemViewMessages as m } from '#shared/i18n/system-view-messages.ts';
import {
  accountStateMessages,
  serviceStateMessages,
  systemStateMessages,
} from '#shared/i18n/word-status.ts';
import { CitationPicker } from '../../records/citation-picker.tsx';
import { useSay } from '../../records/language.tsx';
import { typedInstant } from '../../records/typed-instant.ts';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox, Field, Select, TextArea } from '../../ui/field.tsx';
import styles from './record-detail.module.css';

export type StatefulRegister = 'asset' | 'account' | 'service';

const choices: Readonly<
  Record<StatefulRegister, readonly { readonly value: string; readonly label: Message }[]>
> = {
  asset: systemStates.map((value) => ({ value, label: systemStateMessages[value] })),
  account: accountStates.map((value) => ({ value, label: accountStateMessages[value] })),
  service: serviceStates.map((value) => ({ value, label: serviceStateMessages[value] })),
};

type StateFormProps = {
  readonly register: StatefulRegister;
  readonly id: string;
  readonly value: string;
  /** Answers what is wrong in words, or nothing. */
  readonly onSave: (change: RegisterChange) => Promise<string | undefined>;
  readonly onDone: () => void;
};

const nothingLooked: Examination = { collected: '', examined: '', by: '', found: 'something' };

/** Writes a new state with its reasons; clear only with what was looked at. */
export function StateForm({ register, id, value, onSave, onDone }: StateFormProps) {
  const say = useSay();
  const { incidentZone } = useWorkspace();
  const [state, setState] = useState(value);
  const [since, setSince] = useState('');
  const [because, setBecause] = useState('');
  const [entries, setEntries] = useState<readonly string[]>([]);
  const [tokensRevoked, setTokensRevoked] = useState(false);
  const [examination, setExamination] = useState(nothingLooked);
  const [found, setFound] = useState<'' | Examination['found']>('');
  const [wrongTime, setWrongTime] = useState(false);
  const [problem, setProblem] = useState<string>();
  const change = (news: Partial<Examination>) =>
    setExamination((before) => ({ ...before, ...news }));

  const save = async () => {
    const nowMs = Date.now();
    const typed = typedInstant(since, { nowMs, zone: incidentZone });
    const at = typed === null ? toUtcText(nowMs, 'second') : typed;
    setWrongTime(at === undefined);
    if (at === undefined) return;
    const written = {
      value: state,
      because: because.trim().slice(0, 2_000),
      entries: [...entries],
      at,
      ...(register === 'account' && state === 'reset' && { tokensRevoked }),
      ...(state === 'cleared' && {
        examination: { ...examination, found: found === '' ? 'something' : found },
      }),
    };
    // The choices are those of the register.
    const wrong = await onSave({ register, id, fields: { state: written } } as RegisterChange);
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
      <Select
        label={say(m.state)}
        value={state}
        onChange={setState}
        options={choices[register].map((one) => ({ value: one.value, label: say(one.label) }))}
        autoFocus
      />
      <Field
        label={say(m.since)}
        hint={say(m.sinceHint)}
        value={since}
        onChange={setSince}
        onEnter={() => void save()}
        problem={wrongTime ? say(m.timeUnreadable) : undefined}
        maxLength={100}
      />
      {register === 'account' && state === 'reset' && (
        <Checkbox
          label={say(m.tokensRevoked)}
          checked={tokensRevoked}
          onChange={setTokensRevoked}
        />
      )}
      {state === 'cleared' && (
        <fieldset className={styles['choices']}>
          <legend>{say(m.examination)}</legend>
          <Field
            label={say(m.collected)}
            hint={say(m.collectedHint)}
            value={examination.collected}
            onChange={(collected) => change({ collected })}
            onEnter={() => void save()}
            maxLength={2_000}
          />
          <Field
            label={say(m.examined)}
            hint={say(m.examinedHint)}
            value={examination.examined}
            onChange={(examined) => change({ examined })}
            onEnter={() => void save()}
            maxLength={2_000}
          />
          <Field
            label={say(m.examinedBy)}
            value={examination.by}
            onChange={(by) => change({ by })}
            onEnter={() => void save()}
            maxLength={200}
          />
          <Select
            label={say(m.found)}
            value={found}
            onChange={setFound}
            options={[
              { value: '', label: say(m.foundUnsaid) },
              { value: 'nothing', label: say(m.foundNothing) },
              { value: 'something', label: say(m.foundSomething) },
            ]}
          />
        </fieldset>
      )}
      <TextArea
        label={say(m.because)}
        value={because}
        onChange={setBecause}
        onSubmit={() => void save()}
      />
      <CitationPicker
        value={{ entries, evidence: [] }}
        entriesOnly
        onChange={(next) => setEntries(next.entries)}
      />
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
