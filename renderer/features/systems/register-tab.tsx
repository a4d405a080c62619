import { FileInput, Plus } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import type { RegisterChange } from '#shared/application/systems.ts';
import { containsWords, foldText, searchWords } from '#shared/domain/text-search.ts';
import { listMessages } from '#shared/i18n/list-messages.ts';
import type { Message } from '#shared/i18n/messages.ts';
import { systemViewMessages as m } from '#shared/i18n/system-view-messages.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field } from '../../ui/field.tsx';
import layout from '../../ui/list-and-detail.module.css';
import type { fieldSpecs } from './field-specs.ts';
import { type AnyRecord, RecordDetail } from './record-detail.tsx';
import styles from './register-tab.module.css';
import { useRegisterWriting } from './use-register-writing.ts';

/** A column of a register beside the name. */
export type Column<R> = {
  readonly label: Message;
  readonly cell: (record: R) => ReactNode;
  /** `wide` goes when there is little room. */
  readonly look?: 'wide';
};

type RegisterTabProps<R> = {
  readonly register: keyof typeof fieldSpecs;
  readonly title: Message;
  readonly empty: Message;
  readonly records: readonly R[];
  readonly columns: readonly Column<R>[];
  /** Names that entries mention and that are not on the register. */
  readonly proposed?: readonly { readonly name: string; readonly count: number }[];
  /** Other names that are taken, such as aliases. */
  readonly names: readonly string[];
  readonly entriesOf?: (record: R) => readonly string[];
};

const mostProposed = 8;

/** A register as a list: what is on it, what entries propose, and everything about one. */
export function RegisterTab<R extends AnyRecord>(props: RegisterTabProps<R>) {
  const { register, title, empty, records, columns, proposed = [], names, entriesOf } = props;
  const say = useSay();
  const { canWrite, importList } = useWorkspace();
  const write = useRegisterWriting();
  const [search, setSearch] = useState('');
  const [opened, setOpened] = useState<string>();
  const view = useRef<HTMLDivElement>(null);
  const words = searchWords(search);
  const shown = records.filter((record) => containsWords(foldText(textOf(record)), words));
  const current = records.find(({ id }) => id === opened);
  const add = async (name: string) => {
    const change = { register, fields: { name: name.trim() } } as RegisterChange;
    const done = say(m.added, { name: visibleText(name.trim()) });
    const written = await write(change, done, names);
    if (written.record !== undefined) setOpened(written.record);
    return written.record === undefined ? written.problem : undefined;
  };
  const close = () => {
    const button = view.current?.querySelector<HTMLElement>(`[data-record="${opened}"]`);
    setOpened(undefined);
    button?.focus();
  };
  const proposals = canWrite && proposed.length > 0 && (
    <section className={styles['proposed']} aria-label={say(m.proposed)}>
      <h3>{say(m.proposed)}</h3>
      {proposed.slice(0, mostProposed).map(({ name, count }) => (
        <Button
          key={name}
          icon={<Plus size={14} aria-hidden />}
          aria-label={say(m.register, { name: visibleText(name) })}
          onClick={() => void add(name)}
        >
          {say(m.registerCount, { name: visibleText(name), n: count })}
        </Button>
      ))}
      {proposed.length > mostProposed && (
        <span>{say(m.moreProposed, { n: proposed.length - mostProposed })}</span>
      )}
    </section>
  );
  const adding = canWrite && (
    <>
      <AddField onAdd={add} />
      {(register === 'asset' || register === 'account') && (
        <Button icon={<FileInput size={16} aria-hidden />} onClick={importList}>
          {say(listMessages.button)}
        </Button>
      )}
    </>
  );
  if (records.length === 0)
    return (
      <EmptyState title={say(empty)} actions={adding}>
        {canWrite ? proposals : <p>{say(m.readOnly)}</p>}
      </EmptyState>
    );
  return (
    <div className={layout['view']} ref={view}>
      <header className={layout['header']}>
        {adding}
        <div className={layout['search']}>
          <Field
            type="search"
            label={say(m.search)}
            labelHidden
            placeholder={say(m.search)}
            value={search}
            onChange={setSearch}
            maxLength={500}
          />
        </div>
        <p className={layout['count']}>
          {say(m.count, { shown: shown.length, n: records.length })}
        </p>
      </header>
      {proposals}
      <div className={layout['middle']}>
        <div className={layout['list']}>
          {shown.length === 0 ? (
            <p className={layout['nothing']}>
              {say(m.nothingFound, { text: visibleText(search) })}
            </p>
          ) : (
            <div className={styles['scroll']} tabIndex={0} role="region" aria-label={say(title)}>
              <table className={styles['table']}>
                <caption className="visually-hidden">{say(title)}</caption>
                <thead>
                  <tr>
                    <th scope="col">{say(m.name)}</th>
                    {columns.map(({ label, look }) => (
                      <th key={label.ja} scope="col" data-look={look}>
                        {say(label)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {shown.map((record) => (
                    <tr key={record.id} data-open={record.id === opened || undefined}>
                      <th scope="row">
                        <button
                          type="button"
                          data-record={record.id}
                          aria-expanded={record.id === opened}
                          onClick={() => setOpened(record.id)}
                        >
                          {visibleText(record.name)}
                        </button>
                      </th>
                      {columns.map(({ label, cell, look }) => (
                        <td key={label.ja} data-look={look}>
                          {cell(record)}
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </div>
        {current !== undefined && (
          <div className={layout['side']}>
            <RecordDetail
              key={current.id}
              register={register}
              record={current}
              taken={names.filter((name) => !namesOf(current).includes(name))}
              entries={entriesOf?.(current)}
              write={write}
              onClose={close}
            />
          </div>
        )}
      </div>
    </div>
  );
}

function namesOf({ name, fields }: AnyRecord): readonly string[] {
  return [name, ...((fields['aliases'] ?? []) as readonly string[])];
}

/** All words of a record, for searching. */
function textOf({ fields }: AnyRecord): string {
  return Object.values(fields)
    .flatMap((value) => (typeof value === 'string' || Array.isArray(value) ? value : []))
    .join('\n');
}

type AddFieldProps = { readonly onAdd: (name: string) => Promise<string | undefined> };

function AddField({ onAdd }: AddFieldProps) {
  const say = useSay();
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string>();
  const add = async () => {
    const wrong = await onAdd(name);
    setProblem(wrong);
    if (wrong === undefined) setName('');
  };
  return (
    <div className={styles['adding']}>
      <Field
        label={say(m.newName)}
        labelHidden
        placeholder={say(m.newName)}
        value={name}
        onChange={(next) => {
          setName(next);
          setProblem(undefined);
        }}
        onEnter={() => void add()}
        problem={problem}
        maxLength={200}
      />
      <Button look="primary" icon={<Plus size={14} aria-hidden />} onClick={() => void add()}>
        {say(m.add)}
      </Button>
    </div>
  );
}
