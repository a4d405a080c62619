import { useState } from 'react';
import { writeDecision } from '#shared/application/decisions.ts';
import { empowered } from '#shared/domain/authority.ts';
import type { Decision, DecisionFields } from '#shared/domain/decision.ts';
import { foldName } from '#shared/domain/fold-name.ts';
import { earliestMs } from '#shared/domain/time/entry-time.ts';
import { decisionMessages as m } from '#shared/i18n/decision-messages.ts';
import { CitationPicker } from '../../records/citation-picker.tsx';
import { FormDialog } from '../../records/form-dialog.tsx';
import { useSay } from '../../records/language.tsx';
import {
  instantFieldText,
  readTimeField,
  TimeField,
  timeFieldText,
} from '../../records/time-field.tsx';
import { useSaving } from '../../records/use-saving.ts';
import { useWorkspace } from '../../records/workspace.tsx';
import { Field, Select, TextArea } from '../../ui/field.tsx';
import { authorityText } from './authority-text.ts';
import styles from './decision-form.module.css';
import { DecisionOptions } from './decision-options.tsx';
import { changedDecision, choiceOf, draftOptions } from './decision-draft.ts';
import { useAuthorities } from './use-decisions.ts';

type DecisionFormProps = {
  /** The decision that is changed; undefined for a new one. */
  readonly decision: Decision | undefined;
  /** What a new one begins with. */
  readonly draft: DecisionFields;
  readonly onClose: () => void;
  readonly onSaved: (decision: string) => void;
};

const times = ['asked', 'approved', 'executed'] as const;
type TimeName = (typeof times)[number];

/** Writes a decision down; only what was changed is written. */
export function DecisionForm({ decision, draft, onClose, onSaved }: DecisionFormProps) {
  const say = useSay();
  const save = useSaving();
  const { incidentZone: zone } = useWorkspace();
  const authorities = useAuthorities();
  const [start] = useState<DecisionFields>(() => decision ?? draft);
  const [question, setQuestion] = useState(start.question ?? '');
  const [choice, setChoice] = useState(() => draftOptions(start));
  const [because, setBecause] = useState(start.chosen?.because ?? '');
  const [known, setKnown] = useState<readonly string[]>(start.known ?? []);
  const [askedBy, setAskedBy] = useState(start.askedBy ?? '');
  const [approvedBy, setApprovedBy] = useState(start.approvedBy ?? '');
  const [authority, setAuthority] = useState(start.authority ?? '');
  const [basis, setBasis] = useState(start.basis ?? '');
  const [written, setWritten] = useState<Record<TimeName, string>>({
    asked: timeFieldText(start.asked, zone),
    approved: timeFieldText(start.approved, zone),
    executed: timeFieldText(start.executed, zone),
  });
  const [review, setReview] = useState(
    start.review == null ? '' : instantFieldText(Date.parse(start.review), zone),
  );
  const [outcome, setOutcome] = useState(start.outcome ?? '');
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<string>();
  const line = authorities.find(({ id }) => id === authority);
  const isEmpowered =
    line === undefined ||
    approvedBy.trim() === '' ||
    empowered(line).some(({ name }) => foldName(name) === foldName(approvedBy.trim()));

  const submit = async () => {
    const read = times.map(
      (name) => [name, readTimeField(written[name], start[name], zone)] as const,
    );
    const reviewAt = readTimeField(review, undefined, zone);
    const reviewMs = reviewAt == null ? undefined : earliestMs(reviewAt);
    const unreadable = [
      ...read.filter(([, time]) => time === undefined).map(([name]) => name),
      ...(reviewAt === undefined || (reviewMs !== undefined && !Number.isFinite(reviewMs))
        ? ['review']
        : []),
    ];
    setWrong(new Set(unreadable));
    if (unreadable.length > 0) return;
    const fields = changedDecision(decision, {
      ...draft,
      question: question.trim(),
      ...choiceOf(choice, because),
      known: [...known],
      askedBy: askedBy.trim(),
      approvedBy: approvedBy.trim(),
      authority: authority === '' ? null : authority,
      basis: basis.trim(),
      ...Object.fromEntries(read),
      review:
        reviewMs === undefined
          ? null
          : review === instantFieldText(Date.parse(start.review ?? '') || 0, zone)
            ? (start.review ?? null)
            : new Date(reviewMs).toISOString(),
      outcome: outcome.trim(),
    });
    if (decision !== undefined && Object.keys(fields).length === 0) return onClose();
    let saved = decision?.id ?? '';
    const isNewEntry = (fields.chosen ?? decision?.chosen) != null && start.entry == null;
    const failed = await save(
      async (writing) => {
        const result = await writeDecision(writing, fields, { nowMs: Date.now(), zone }, decision);
        if (result.ok) saved = result.value.decision;
        return result;
      },
      say(isNewEntry ? m.savedWithEntry : m.saved),
    );
    setProblem(failed);
    if (failed === undefined) onSaved(saved);
  };

  return (
    <FormDialog
      title={say(decision === undefined ? m.formNew : m.formEdit)}
      onClose={onClose}
      onSave={() => void submit()}
    >
      <TextArea
        label={say(m.question)}
        hint={say(m.questionHint)}
        value={question}
        rows={1}
        onChange={setQuestion}
        onSubmit={() => void submit()}
        problem={problem}
        autoFocus
      />
      <DecisionOptions
        options={choice.options}
        chosen={choice.chosen}
        onChange={(options, chosen) => setChoice({ options, chosen })}
      />
      {choice.chosen !== undefined && (
        <TextArea
          label={say(m.because)}
          value={because}
          rows={1}
          onChange={setBecause}
          onSubmit={() => void submit()}
        />
      )}
      <fieldset className={styles['known']}>
        <legend>{say(m.known)}</legend>
        <CitationPicker
          value={{ entries: known, evidence: [] }}
          entriesOnly
          onChange={(value) => setKnown(value.entries)}
        />
      </fieldset>
      <div className={styles['pair']}>
        <Field label={say(m.askedBy)} value={askedBy} onChange={setAskedBy} maxLength={200} />
        <Field
          label={say(m.approvedBy)}
          value={approvedBy}
          onChange={setApprovedBy}
          maxLength={200}
          list={line === undefined ? [] : empowered(line).map(({ name }) => name)}
        />
        <Select
          label={say(m.authority)}
          value={authority}
          onChange={setAuthority}
          hint={isEmpowered ? undefined : say(m.notEmpowered, { name: approvedBy.trim() })}
          options={[
            { value: '', label: say(m.authorityNone) },
            ...authorities.map((each) => ({ value: each.id, label: authorityText(each, say) })),
          ]}
        />
        <Field
          label={say(m.basis)}
          value={basis}
          onChange={setBasis}
          hint={say(m.basisHint)}
          maxLength={2_000}
        />
        {times.map((name) => (
          <TimeField
            key={name}
            label={say(m[name])}
            value={written[name]}
            wrong={wrong.has(name)}
            onChange={(text) => setWritten((before) => ({ ...before, [name]: text }))}
          />
        ))}
        <Field
          label={say(m.review)}
          value={review}
          onChange={setReview}
          placeholder={say(m.timeHint)}
          problem={wrong.has('review') ? say(m.timeUnreadable) : undefined}
          maxLength={200}
        />
      </div>
      <TextArea
        label={say(m.outcome)}
        value={outcome}
        rows={1}
        onChange={setOutcome}
        onSubmit={() => void submit()}
      />
    </FormDialog>
  );
}
