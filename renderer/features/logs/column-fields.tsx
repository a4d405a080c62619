import { questionMessages } from '#shared/i18n/import-messages.ts';
import { logMessages as m } from '#shared/i18n/logs-messages.ts';
import type { LogAnswers, LogPreviewReply } from '#shared/ipc/log-contract.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { useSay } from '../../records/language.tsx';
import { Select } from '../../ui/field.tsx';
import styles from './import-dialog.module.css';

type Columns = NonNullable<LogAnswers['columns']>;

type ColumnFieldsProps = {
  readonly preview: LogPreviewReply;
  readonly isQuestion: boolean;
  readonly onChange: (columns: Columns) => void;
};

const none = '';

/** Which column of a table, or path of a JSON record, means what. */
export function ColumnFields({ preview, isQuestion, onChange }: ColumnFieldsProps) {
  const say = useSay();
  const names = preview.columns.filter((name) => name !== '').slice(0, 400);
  const columns = preview.reading?.columns ?? { time: names[0] ?? '', text: names.slice(1, 2) };
  const options = names.map((name) => ({ value: name, label: visibleText(name) }));
  const optional = [{ value: none, label: say(m.columnNone) }, ...options];
  const set = (name: 'timeOfDay' | 'host' | 'kind') => (value: string) => {
    const { [name]: _before, ...rest } = columns;
    onChange(value === none ? rest : { ...rest, [name]: value });
  };
  const [firstText] = columns.text;
  return (
    <fieldset className={styles['questions']}>
      <legend>
        {isQuestion
          ? say(questionMessages.columns)
          : say(preview.remembered ? m.columnsRemembered : m.columnsLater)}
      </legend>
      <div className={styles['columns']}>
        <Select
          label={say(m.columnTime)}
          value={columns.time}
          options={options}
          // Another column may count otherwise: what its numbers mean is told anew.
          onChange={(time) => {
            const { epoch: _epoch, ...rest } = columns;
            onChange({ ...rest, time });
          }}
        />
        <Select
          label={say(m.columnTimeOfDay)}
          value={columns.timeOfDay ?? none}
          options={optional}
          onChange={set('timeOfDay')}
        />
        <Select
          label={say(m.columnText)}
          value={columns.text.length === 1 ? (firstText ?? none) : none}
          options={[{ value: none, label: say(m.columnOthers) }, ...options]}
          onChange={(text) =>
            onChange({
              ...columns,
              text:
                text === none
                  ? names.filter((name) => name !== columns.time).slice(0, 100)
                  : [text],
            })
          }
        />
        <Select
          label={say(m.columnHost)}
          value={columns.host ?? none}
          options={optional}
          onChange={set('host')}
        />
        <Select
          label={say(m.columnKind)}
          value={columns.kind ?? none}
          options={optional}
          onChange={set('kind')}
        />
      </div>
    </fieldset>
  );
}
