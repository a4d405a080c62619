import { useState } from 'react';
import { confidences } from '#shared/domain/entry.ts';
import { frameMessages } from '#shared/i18n/frame-messages.ts';
import { timelineMessages as m } from '#shared/i18n/timeline-messages.ts';
import type { TimelineRow } from '../../data/timeline-row.ts';
import { useRecords } from '../../data/use-records.ts';
import { confidenceMessages } from '#shared/i18n/entry-words.ts';
import { useEntryActions } from '../../records/entry-actions.ts';
import { useSay } from '../../records/language.tsx';
import { KindPicker, StagePicker } from '../../records/pickers.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Field, Select, TextArea } from '../../ui/field.tsx';
import { type EntryForm, formOf, type FormProblem, readForm } from './corrected-content.ts';
import styles from './entry-detail.module.css';
import { LinkPicker } from './link-picker.tsx';
import { LogSourcePicker, SourcePicker } from './source-pickers.tsx';

type CorrectionFormProps = { readonly row: TimelineRow; readonly onDone: () => void };

/** Corrects an entry in place: a new writing with a reason; the original stays. */
export function CorrectionForm({ row, onDone }: CorrectionFormProps) {
  const say = useSay();
  const { announce, incidentZone } = useWorkspace();
  const actions = useEntryActions(announce);
  const [before] = useState(row.content);
  const [form, setForm] = useState<EntryForm>(() => formOf(before, incidentZone));
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<FormProblem | { kind: 'no-reason' }>();
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const change = (changes: Partial<EntryForm>) => {
    setForm((now) => ({ ...now, ...changes }));
    setProblem(undefined);
  };

  const save = async () => {
    if (busy) return;
    const content = readForm(form, before, { nowMs: Date.now(), zone: incidentZone });
    if (!content.ok) return setProblem(content.error);
    if (reason.trim() === '') return setProblem({ kind: 'no-reason' });
    setBusy(true);
    const failed = await actions.correct(row, content.value, reason.trim());
    setBusy(false);
    if (failed === undefined) onDone();
    else setFailure(failed);
  };
  const submit = () => void save();
  return (
    <div
      className={styles['form']}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.stopPropagation();
        onDone();
      }}
    >
      <TextArea
        label={say(m.text)}
        value={form.text}
        onChange={(text) => change({ text })}
        onSubmit={submit}
        problem={problem?.kind === 'no-text' ? say(m.textNeeded) : undefined}
        autoFocus
      />
      <Field
        label={say(m.time)}
        value={form.time}
        onChange={(time) => change({ time })}
        onEnter={submit}
        hint={say(m.timeHint)}
        problem={problem?.kind === 'bad-time' ? say(m.timeUnreadable) : undefined}
      />
      <Field
        label={say(m.noticed)}
        value={form.noticed}
        onChange={(noticed) => change({ noticed })}
        onEnter={submit}
        hint={say(m.noticedHint)}
        problem={problem?.kind === 'bad-noticed' ? say(m.timeUnreadable) : undefined}
      />
      <SourcePicker value={form.source} onChange={(source) => change({ source })} />
      <div className={styles['pair']}>
        <KindPicker value={form.kind} onChange={(kind) => change({ kind })} />
        <ConfidencePicker
          value={form.confidence}
          onChange={(confidence) => change({ confidence })}
        />
      </div>
      <div className={styles['pair']}>
        <BasisPicker value={form.basis} onChange={(basis) => change({ basis })} />
        <LogSourcePicker value={form.logSource} onChange={(logSource) => change({ logSource })} />
      </div>
      <StagePicker value={form.stages} onChange={(stages) => change({ stages })} />
      <Field
        label={say(m.techniques)}
        value={form.techniques}
        onChange={(techniques) => change({ techniques })}
        onEnter={submit}
        hint={say(m.techniquesHint)}
        problem={
          problem?.kind === 'unknown-technique'
            ? say(m.unknownTechnique, { id: problem.id })
            : undefined
        }
      />
      <div className={styles['pair']}>
        <Field
          label={say(m.hosts)}
          value={form.hosts}
          onChange={(hosts) => change({ hosts })}
          onEnter={submit}
          hint={say(m.listHint)}
        />
        <Field
          label={say(m.tags)}
          value={form.tags}
          onChange={(tags) => change({ tags })}
          onEnter={submit}
          hint={say(m.listHint)}
        />
      </div>
      <Field
        label={say(m.accounts)}
        value={form.accounts}
        onChange={(accounts) => change({ accounts })}
        onEnter={submit}
        hint={say(m.listHint)}
      />
      <LinkPicker own={row.id} value={form.links} onChange={(links) => change({ links })} />
      <EvidencePicker value={form.evidence} onChange={(evidence) => change({ evidence })} />
      <div className={styles['foot']}>
        <Field
          label={say(m.reason)}
          value={reason}
          onChange={(text) => {
            setReason(text);
            setProblem(undefined);
          }}
          onEnter={submit}
          hint={say(m.reasonHint)}
          problem={reasonProblem(problem, failure, say)}
          maxLength={20_000}
        />
        <div className={styles['buttons']}>
          <Button onClick={onDone}>{say(frameMessages.cancel)}</Button>
          <Button look="primary" disabled={busy} onClick={submit}>
            {say(m.saveCorrection)}
          </Button>
        </div>
      </div>
    </div>
  );
}

function reasonProblem(
  problem: { readonly kind: string } | undefined,
  failure: string | undefined,
  say: ReturnType<typeof useSay>,
): string | undefined {
  if (problem?.kind === 'no-reason') return say(m.reasonNeeded);
  if (problem?.kind === 'nothing-changed') return say(m.nothingChanged);
  return failure;
}

type ConfidencePickerProps = {
  readonly value: EntryForm['confidence'];
  readonly onChange: (confidence: EntryForm['confidence']) => void;
};

function ConfidencePicker({ value, onChange }: ConfidencePickerProps) {
  const say = useSay();
  return (
    <Select
      label={say(m.confidence)}
      value={value}
      onChange={onChange}
      options={[
        { value: '', label: say(m.confidenceUnset) },
        ...confidences.map((each) => ({ value: each, label: say(confidenceMessages[each]) })),
      ]}
    />
  );
}

type BasisPickerProps = {
  readonly value: EntryForm['basis'];
  readonly onChange: (basis: EntryForm['basis']) => void;
};

function BasisPicker({ value, onChange }: BasisPickerProps) {
  const say = useSay();
  return (
    <Select
      label={say(m.basis)}
      value={value}
      onChange={onChange}
      options={[
        { value: '', label: say(m.confidenceUnset) },
        { value: 'fact', label: say(m.fact) },
        { value: 'opinion', label: say(m.opinion) },
      ]}
    />
  );
}

type EvidencePickerProps = {
  readonly value: readonly string[];
  readonly onChange: (evidence: readonly string[]) => void;
};

function EvidencePicker({ value, onChange }: EvidencePickerProps) {
  const say = useSay();
  const items = useRecords('evidence').filter(({ item }) => item !== undefined);
  const nameOf = (id: string) => {
    const item = items.find((record) => record.id === id)?.item;
    return item === undefined ? say(m.evidenceMissing) : `${item.no} ${item.name}`;
  };
  const free = items.filter(({ id }) => !value.includes(id));
  if (items.length === 0 && value.length === 0) return null;
  return (
    <div className={styles['linked']}>
      <span className={styles['chips']}>
        {value.map((id) => (
          <Chip
            key={id}
            onRemove={() => onChange(value.filter((other) => other !== id))}
            removeName={say(m.unlinkEvidence, { name: nameOf(id) })}
          >
            {nameOf(id)}
          </Chip>
        ))}
      </span>
      {free.length > 0 && (
        <Select
          label={say(m.linkEvidence)}
          value=""
          onChange={(id) => id !== '' && onChange([...value, id])}
          options={[
            { value: '', label: '–' },
            ...free.map(({ id }) => ({ value: id, label: nameOf(id) })),
          ]}
        />
      )}
    </div>
  );
}
