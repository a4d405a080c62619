import { useState } from 'react';
import type { RegisteredIndicator } from '#shared/application/indicators.ts';
import { confidences } from '#shared/domain/entry.ts';
import { type Tlp, tlpLabels } from '#shared/domain/incident.ts';
import { type IndicatorFields, indicatorStates } from '#shared/domain/indicator.ts';
import { stageIds } from '#shared/domain/kill-chain.ts';
import { toUtcText } from '#shared/domain/time/entry-time.ts';
import { indicatorViewMessages as m } from '#shared/i18n/indicator-view-messages.ts';
import { confidenceMessages } from '#shared/i18n/entry-words.ts';
import { indicatorStateMessages } from '#shared/i18n/indicator-words.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { stageName } from '../../records/stage-chip.tsx';
import { localText, typedInstant } from '../../records/typed-instant.ts';
import type { Indicators } from '../../records/use-indicators.ts';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import { Field, Select, TextArea } from '../../ui/field.tsx';
import styles from './indicator-detail.module.css';

type IndicatorFormProps = {
  readonly indicator: RegisteredIndicator;
  readonly indicators: Indicators;
  readonly onDone: () => void;
};

type Unset = 'unset';

const times = ['firstSeen', 'lastSeen', 'validUntil'] as const;
type Times = Record<(typeof times)[number], string>;

/** Changes what is said of an indicator; only what was changed is written. */
export function IndicatorForm({ indicator, indicators, onDone }: IndicatorFormProps) {
  const say = useSay();
  const language = useLanguage();
  const { incidentZone: zone } = useWorkspace();
  const { id, fields } = indicator;
  const [state, setState] = useState(fields.state ?? 'candidate');
  const [confidence, setConfidence] = useState<Unset | NonNullable<IndicatorFields['confidence']>>(
    fields.confidence ?? 'unset',
  );
  const [tlp, setTlp] = useState<Unset | Tlp>(fields.tlp ?? 'unset');
  const [stage, setStage] = useState(fields.stages?.[0] ?? 'unset');
  const [written, setWritten] = useState<Times>(() => ({
    firstSeen: localText(fields.firstSeen, zone),
    lastSeen: localText(fields.lastSeen, zone),
    validUntil: localText(fields.validUntil, zone),
  }));
  const [techniques, setTechniques] = useState((fields.techniques ?? []).join(' '));
  const [told, setTold] = useState((fields.told ?? []).map(({ who }) => who).join('\n'));
  const [origin, setOrigin] = useState(fields.origin ?? '');
  const [note, setNote] = useState(fields.note ?? '');
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<string>();

  const save = async () => {
    const nowMs = Date.now();
    const instants = times.map(
      (name) => [name, typedInstant(written[name], { nowMs, zone })] as const,
    );
    const unreadable = instants.filter(([, at]) => at === undefined).map(([name]) => name);
    setWrong(new Set(unreadable));
    if (unreadable.length > 0) return;
    const names = told
      .split('\n')
      .map((who) => who.trim().slice(0, 200))
      .filter(Boolean);
    const next: IndicatorFields = {
      state,
      ...(confidence !== 'unset' && { confidence }),
      ...(tlp !== 'unset' && { tlp }),
      stages: stage === 'unset' ? [] : [stage, ...(fields.stages ?? []).slice(1)],
      ...Object.fromEntries(
        instants.map(([name, at]) => [name, isSameMinute(at, fields[name]) ? fields[name] : at]),
      ),
      techniques: techniques
        .split(/[\s,、]+/)
        .filter(Boolean)
        .map((one) => one.slice(0, 32))
        .slice(0, 100),
      told: names.slice(0, 200).map(
        (who) =>
          fields.told?.find((before) => before.who === who) ?? {
            who,
            at: toUtcText(nowMs, 'second'),
          },
      ),
      origin: origin.trim().slice(0, 2_000),
      note: note.slice(0, 20_000),
    };
    const changed = changedFields(fields, next);
    const failed =
      Object.keys(changed).length === 0 ? undefined : await indicators.set(id, changed);
    if (failed === undefined) onDone();
    else setProblem(failed);
  };
  const unset = { value: 'unset' as Unset, label: say(m.notStated) };
  return (
    <div
      className={styles['form']}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onDone();
      }}
    >
      <div className={styles['pair']}>
        <Select
          label={say(m.state)}
          value={state}
          options={indicatorStates.map((value) => ({
            value,
            label: say(indicatorStateMessages[value]),
          }))}
          onChange={setState}
        />
        <Select
          label={say(m.confidence)}
          value={confidence}
          options={[
            unset,
            ...confidences.map((value) => ({ value, label: say(confidenceMessages[value]) })),
          ]}
          onChange={setConfidence}
        />
        <Select
          label={say(m.tlp)}
          value={tlp}
          options={[unset, ...tlpLabels.map((value) => ({ value, label: `TLP:${value}` }))]}
          onChange={setTlp}
        />
        <Select
          label={say(m.stage)}
          value={stage}
          options={[
            unset,
            ...stageIds.map((value) => ({ value, label: stageName(value, language) })),
          ]}
          onChange={setStage}
        />
        {times.map((name) => (
          <Field
            key={name}
            label={say(m[name])}
            value={written[name]}
            placeholder={say(m.timeHint)}
            problem={wrong.has(name) ? say(m.timeUnreadable) : undefined}
            onChange={(text) => setWritten((before) => ({ ...before, [name]: text }))}
            onEnter={() => void save()}
            maxLength={100}
          />
        ))}
        <Field
          label={say(m.techniques)}
          value={techniques}
          placeholder={say(m.techniquesHint)}
          onChange={setTechniques}
          onEnter={() => void save()}
          maxLength={2_000}
        />
      </div>
      <TextArea
        label={say(m.told)}
        hint={say(m.toldHint)}
        value={told}
        onChange={setTold}
        onSubmit={() => void save()}
      />
      <TextArea
        label={say(m.origin)}
        hint={say(m.originHint)}
        value={origin}
        onChange={setOrigin}
        onSubmit={() => void save()}
      />
      <TextArea label={say(m.note)} value={note} onChange={setNote} onSubmit={() => void save()} />
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

function changedFields(before: IndicatorFields, next: IndicatorFields): IndicatorFields {
  const changed = Object.entries(next).filter(([name, value]) => {
    const old = before[name as keyof IndicatorFields];
    // What nobody wrote and nobody fills in stays unwritten.
    const isEmpty = value === '' || value === null || (Array.isArray(value) && value.length === 0);
    if (old === undefined && isEmpty) return false;
    return JSON.stringify(old) !== JSON.stringify(value);
  });
  return Object.fromEntries(changed);
}

function isSameMinute(at: string | null | undefined, before: string | null | undefined): boolean {
  return (
    typeof at === 'string' && typeof before === 'string' && at.slice(0, 16) === before.slice(0, 16)
  );
}
