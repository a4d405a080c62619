import { evidenceGuidance } from '#shared/catalogue/evidence-guidance.ts';
import {
  type EvidenceTextField,
  longestOf,
  writeBlockerStates,
} from '#shared/domain/evidence-fields.ts';
import { tlpLabels } from '#shared/domain/incident.ts';
import { evidenceFieldMessages as f } from '#shared/i18n/evidence-field-messages.ts';
import { evidenceItemMessages as m } from '#shared/i18n/evidence-item-messages.ts';
import type { Message } from '#shared/i18n/messages.ts';
import { writeBlockerMessages } from '#shared/i18n/word-evidence.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Field, Select, TextArea } from '../../ui/field.tsx';
import type { DraftProblem, ItemDraft } from './item-draft.ts';
import styles from './item-dialog.module.css';
import { PhotographPicker } from './photograph-picker.tsx';

type ItemFieldsProps = {
  readonly draft: ItemDraft;
  readonly problem: DraftProblem | undefined;
  readonly onChange: (change: Partial<ItemDraft>) => void;
  readonly onSubmit: () => void;
  /** True where things that differ from file to file are not asked: a rule for all that is added next. */
  readonly forMany?: boolean;
};

const hints: Partial<Record<EvidenceTextField, Message>> = {
  hostname: f.hostnameHint,
  powerState: f.powerStateHint,
  method: f.methodHint,
  sourceHash: f.sourceHashHint,
};
const parties: ReadonlySet<EvidenceTextField> = new Set(['acquiredBy', 'witness']);

/** Everything that a person may say of an item, in four groups. */
export function ItemFields(props: ItemFieldsProps) {
  const { draft, problem, onChange, onSubmit, forMany = false } = props;
  const say = useSay();
  const language = useLanguage();
  const { incidentZone: zone } = useWorkspace();
  const setText = (name: EvidenceTextField, value: string) =>
    onChange({ texts: { ...draft.texts, [name]: value } });
  const text = (name: EvidenceTextField) => {
    const hint = hints[name];
    return (
      <Field
        key={name}
        label={say(f[name])}
        hint={hint && say(hint)}
        placeholder={parties.has(name) ? say(f.partyHint) : undefined}
        value={draft.texts[name]}
        maxLength={longestOf(name)}
        onChange={(value) => setText(name, value)}
        onEnter={onSubmit}
      />
    );
  };
  const long = (name: EvidenceTextField) => (
    <TextArea
      key={name}
      label={say(f[name])}
      value={draft.texts[name]}
      onChange={(value) => setText(name, value.slice(0, longestOf(name)))}
      onSubmit={onSubmit}
    />
  );
  const unsaid = { value: '' as const, label: say(f.notSaid) };
  return (
    <>
      <fieldset className={styles['group']}>
        <legend>{say(m.groupWhat)}</legend>
        <div className={styles['row']}>
          <Select
            label={say(f.type)}
            value={draft.type}
            onChange={(type) => onChange({ type })}
            options={[
              unsaid,
              ...evidenceGuidance.types.map(({ id, name }) => ({
                value: id,
                label: name[language],
              })),
            ]}
          />
          {!forMany && [text('label'), text('quantity'), text('makeModel'), text('serial')]}
          {[text('hostname'), text('mac'), text('ip')]}
        </div>
        {!forMany && long('description')}
      </fieldset>
      <fieldset className={styles['group']}>
        <legend>{say(m.groupFound)}</legend>
        <div className={styles['row']}>
          {text('location')}
          {!forMany && text('powerState')}
        </div>
        {!forMany && long('condition')}
      </fieldset>
      <fieldset className={styles['group']}>
        <legend>{say(m.groupTaken)}</legend>
        <div className={styles['row']}>
          <Field
            label={say(f.acquiredAt)}
            value={draft.acquiredAt}
            mono
            maxLength={100}
            hint={say(f.acquiredAtHint, { zone })}
            problem={problem?.acquiredAt === true ? say(f.badTime) : undefined}
            onChange={(acquiredAt) => onChange({ acquiredAt })}
            onEnter={onSubmit}
          />
          {[text('acquiredBy'), text('witness'), text('tool'), text('method')]}
          <Select
            label={say(f.writeBlocker)}
            value={draft.writeBlocker}
            onChange={(writeBlocker) => onChange({ writeBlocker })}
            options={[
              unsaid,
              ...writeBlockerStates.map((value) => ({
                value,
                label: say(writeBlockerMessages[value]),
              })),
            ]}
          />
        </div>
        <div className={styles['row']}>
          {long('purpose')}
          {long('authority')}
        </div>
        <div className={styles['row']}>
          <Field
            label={say(f.clock)}
            value={draft.clock}
            mono
            maxLength={40}
            hint={say(f.clockHint)}
            problem={problem?.clock === true ? say(f.clockBad) : undefined}
            onChange={(clock) => onChange({ clock })}
            onEnter={onSubmit}
          />
          {!forMany && text('sourceHash')}
        </div>
        {long('unavoidableChange')}
      </fieldset>
      <fieldset className={styles['group']}>
        <legend>{say(m.groupKept)}</legend>
        <div className={styles['row']}>
          {!forMany && text('seal')}
          {[text('storage'), text('retainUntil')]}
          <Select
            label={say(f.tlp)}
            value={draft.tlp}
            onChange={(tlp) => onChange({ tlp })}
            options={[
              { value: '', label: say(m.tlpOfIncident) },
              ...tlpLabels.map((value) => ({ value, label: `TLP:${value}` })),
            ]}
          />
        </div>
        {!forMany && long('disposition')}
      </fieldset>
      {!forMany && (
        <PhotographPicker
          value={draft.photographs}
          onChange={(photographs) => onChange({ photographs })}
        />
      )}
    </>
  );
}
