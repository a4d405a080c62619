import { useState } from 'react';
import { writeAuthority } from '#shared/application/decisions.ts';
import { type Authority, type AuthorityFields, powers } from '#shared/domain/authority.ts';
import { decisionMessages as m, powerMessages } from '#shared/i18n/decision-messages.ts';
import { FormDialog } from '../../records/form-dialog.tsx';
import { useSay } from '../../records/language.tsx';
import { useSaving } from '../../records/use-saving.ts';
import { Field, Select, TextArea } from '../../ui/field.tsx';
import styles from './decision-form.module.css';

type AuthorityFormProps = {
  readonly line: Authority | undefined;
  readonly onClose: () => void;
};

/** Writes a line of the authority table. */
export function AuthorityForm({ line, onClose }: AuthorityFormProps) {
  const say = useSay();
  const save = useSaving();
  const [power, setPower] = useState(line?.power ?? 'isolate-host');
  const [scope, setScope] = useState(line?.scope ?? '');
  const [holder, setHolder] = useState(line?.holder ?? '');
  const [role, setRole] = useState(line?.role ?? '');
  const [reach, setReach] = useState(line?.reach ?? '');
  const [deputies, setDeputies] = useState(() =>
    (line?.deputies ?? [])
      .map((each) => [each.name, each.reach].filter(Boolean).join(', '))
      .join('\n'),
  );
  const [conditions, setConditions] = useState(line?.conditions ?? '');
  const [problem, setProblem] = useState<string>();
  const submit = async () => {
    const fields: AuthorityFields = {
      power,
      scope: scope.trim(),
      holder: holder.trim(),
      role: role.trim(),
      reach: reach.trim(),
      deputies: readDeputies(deputies),
      conditions: conditions.trim(),
    };
    const changed = Object.fromEntries(
      Object.entries(fields).filter(
        ([name, value]) =>
          JSON.stringify(line?.[name as keyof AuthorityFields] ?? emptyOf(value)) !==
          JSON.stringify(value),
      ),
    );
    if (line !== undefined && Object.keys(changed).length === 0) return onClose();
    const failed = await save(
      (writing) =>
        writeAuthority(writing, line === undefined ? { ...changed, power } : changed, line),
      say(m.authoritySaved),
    );
    if (failed === undefined) onClose();
    else setProblem(failed);
  };
  return (
    <FormDialog
      title={say(m.authorityTable)}
      width="medium"
      onClose={onClose}
      onSave={() => void submit()}
    >
      <div className={styles['pair']}>
        <Select
          label={say(m.power)}
          value={power}
          onChange={setPower}
          options={powers.map((value) => ({ value, label: say(powerMessages[value]) }))}
          autoFocus
        />
        <Field
          label={say(m.scope)}
          value={scope}
          onChange={setScope}
          hint={say(m.scopeHint)}
          onEnter={() => void submit()}
          maxLength={500}
        />
        <Field
          label={say(m.holder)}
          value={holder}
          onChange={setHolder}
          onEnter={() => void submit()}
          problem={problem}
          maxLength={200}
        />
        <Field
          label={say(m.role)}
          value={role}
          onChange={setRole}
          onEnter={() => void submit()}
          maxLength={200}
        />
        <Field
          label={say(m.reach)}
          value={reach}
          onChange={setReach}
          onEnter={() => void submit()}
          maxLength={500}
        />
      </div>
      <TextArea
        label={say(m.deputies)}
        hint={say(m.deputiesHint)}
        value={deputies}
        onChange={setDeputies}
        onSubmit={() => void submit()}
      />
      <TextArea
        label={say(m.conditions)}
        value={conditions}
        rows={1}
        onChange={setConditions}
        onSubmit={() => void submit()}
      />
    </FormDialog>
  );
}

function emptyOf(value: unknown): unknown {
  return Array.isArray(value) ? [] : '';
}

/** `Sato, 090-1234-5678`, one a line. */
function readDeputies(text: string): NonNullable<AuthorityFields['deputies']> {
  return text
    .split('\n')
    .map((line) => {
      const [name = '', ...reach] = line.split(/[,、，]/);
      return { name: name.trim().slice(0, 200), reach: reach.join(',').trim().slice(0, 500) };
    })
    .filter(({ name }) => name !== '')
    .slice(0, 20);
}
