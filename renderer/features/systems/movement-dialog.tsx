import { useState } from 'react';
import type { RegisterChange } from '#shared/application/systems.ts';
import type { MovementStep } from '#shared/domain/chain/movement-graph.ts';
import { foldName } from '#shared/domain/fold-name.ts';
import { currentFields } from '#shared/journal/records.ts';
import { systemViewMessages as m } from '#shared/i18n/system-view-messages.ts';
import type { MovementFields } from '#shared/domain/movement.ts';
import { useSession } from '../../data/session-context.tsx';
import { useRecords } from '../../data/use-records.ts';
import { CitationPicker } from '../../records/citation-picker.tsx';
import { useSay } from '../../records/language.tsx';
import { namesInUse } from '../../records/names-in-use.ts';
import { localText, typedInstant } from '../../records/typed-instant.ts';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import styles from './record-detail.module.css';
import type { WriteRegister } from './use-register-writing.ts';

type MovementDialogProps = {
  /** What somebody wrote before; undefined for a new step. */
  readonly step: MovementStep | undefined;
  readonly write: WriteRegister;
  readonly onClose: () => void;
};

type Wrong = Partial<Record<'from' | 'to' | 'technique' | 'at', string>>;

/** A step of the adversary as a person knows it: from where to where, as whom, how, when, and by which entries. */
export function MovementDialog({ step, write, onClose }: MovementDialogProps) {
  const say = useSay();
  const session = useSession();
  const { incidentZone: zone } = useWorkspace();
  const records = useRecords('movements');
  const record = records.find(({ id }) => id === step?.movement);
  const before: MovementFields = record === undefined ? {} : currentFields(record.fields);
  const [typed, setTyped] = useState({
    from: before.from ?? '',
    to: before.to ?? '',
    account: before.account ?? '',
    technique: before.technique ?? '',
    at: localText(before.at, zone),
    note: before.note ?? '',
  });
  const [entries, setEntries] = useState<readonly string[]>(before.entries ?? []);
  const [wrong, setWrong] = useState<Wrong>({});
  const [problem, setProblem] = useState<string>();
  const set = (key: keyof typeof typed) => (value: string) =>
    setTyped((all) => ({ ...all, [key]: value }));

  const save = async () => {
    const [from, to, account] = [typed.from, typed.to, typed.account].map((text) => text.trim());
    const technique = typed.technique.normalize('NFKC').trim().toUpperCase();
    const at = typedInstant(typed.at, { nowMs: Date.now(), zone });
    const found: Wrong = {
      ...(!from && { from: say(m.needFrom) }),
      ...(!to && { to: say(m.needTo) }),
      ...(from && to && foldName(from) === foldName(to) && { to: say(m.sameSystem) }),
      ...(technique !== '' &&
        !/^T[01]\d{3}(?:\.\d{3})?$/.test(technique) && { technique: say(m.badTechnique) }),
      ...(at === undefined && { at: say(m.timeUnreadable) }),
    };
    setWrong(found);
    if (!from || !to || at === undefined || Object.keys(found).length > 0) return;
    const wanted: MovementFields = {
      from,
      to,
      account: account || null,
      technique: technique || null,
      at: typed.at === localText(before.at, zone) ? (before.at ?? null) : at,
      entries: [...entries],
      note: typed.note.slice(0, 20_000),
    };
    // Only what was changed is written: what somebody else changed meanwhile stands.
    const changed = Object.fromEntries(
      Object.entries(wanted).filter(
        ([key, value]) =>
          JSON.stringify(value) !==
          JSON.stringify(before[key as keyof MovementFields] ?? emptyOf(key)),
      ),
    );
    if (Object.keys(changed).length === 0) return onClose();
    const change: RegisterChange = { register: 'movement', id: record?.id, fields: changed };
    const written = await write(change, say(m.movementSaved));
    if (written.problem === undefined) onClose();
    else setProblem(written.problem);
  };
  const namesOf = (field: 'hosts' | 'accounts') => namesInUse(session, field).map(([name]) => name);
  const submit = () => void save();
  return (
    <Dialog
      title={say(m.addMovementTitle)}
      closeName={say(m.cancelMovement)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say(m.cancelMovement)}</Button>
          <Button look="primary" onClick={submit}>
            {say(m.saveMovement)}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        <Field
          label={say(m.from)}
          value={typed.from}
          onChange={set('from')}
          onEnter={submit}
          list={namesOf('hosts')}
          problem={wrong.from}
          maxLength={200}
          autoFocus
        />
        <Field
          label={say(m.to)}
          value={typed.to}
          onChange={set('to')}
          onEnter={submit}
          list={namesOf('hosts')}
          problem={wrong.to}
          maxLength={200}
        />
        <Field
          label={say(m.account)}
          value={typed.account}
          onChange={set('account')}
          onEnter={submit}
          list={namesOf('accounts')}
          maxLength={200}
        />
        <Field
          label={say(m.technique)}
          value={typed.technique}
          onChange={set('technique')}
          onEnter={submit}
          problem={wrong.technique}
          placeholder="T1021.001"
          maxLength={32}
        />
        <Field
          label={say(m.when)}
          hint={say(m.movementTimeHint)}
          value={typed.at}
          onChange={set('at')}
          onEnter={submit}
          problem={wrong.at}
          maxLength={100}
        />
        <CitationPicker
          value={{ entries, evidence: [] }}
          entriesOnly
          onChange={(next) => setEntries(next.entries)}
        />
        <TextArea label={say(m.note)} value={typed.note} onChange={set('note')} onSubmit={submit} />
        {problem !== undefined && (
          <p className={styles['problem']} role="alert">
            {problem}
          </p>
        )}
      </div>
    </Dialog>
  );
}

/** What the dialog writes where nothing was said. */
function emptyOf(key: string): unknown {
  return key === 'entries' ? [] : key === 'note' ? '' : null;
}
