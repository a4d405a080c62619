import { Bookmark, Check, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { SavedFilter } from '#shared/application/saved-filters.ts';
import type { EntryFilter } from '#shared/domain/entry-filter.ts';
import { askedFields } from '#shared/domain/entry-match.ts';
import { searchMessages as m } from '#shared/i18n/search-messages.ts';
import { useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Popover } from '../../ui/popover.tsx';
import { useWording } from './filter-chips.tsx';
import { filterSentence } from './filter-sentence.ts';
import styles from './saved-filter-menu.module.css';
import { useSavedFilters } from './use-saved-filters.ts';

type SavedFilterMenuProps = {
  readonly filter: EntryFilter;
  readonly onChange: (filter: EntryFilter) => void;
};

const menuIcon = <Bookmark size={14} aria-hidden />;

/** Filters that were saved by name: apply, save the one that is set, rename, remove. */
export function SavedFilterMenu({ filter, onChange }: SavedFilterMenuProps) {
  const say = useSay();
  const { canWrite } = useWorkspace();
  const { saved, save, rename, remove } = useSavedFilters();
  return (
    <Popover
      id="timeline-saved-filters"
      label={say(m.savedMenu)}
      icon={menuIcon}
      title={say(m.savedTitle)}
    >
      {(close) => (
        <div className={styles['menu']}>
          {saved.length === 0 ? (
            <p className={styles['hint']}>{say(m.nothingSaved)}</p>
          ) : (
            <ul className={styles['list']} aria-label={say(m.savedTitle)}>
              {saved.map((each, index) => (
                <SavedRow
                  key={each.id}
                  saved={each}
                  first={index === 0}
                  canWrite={canWrite}
                  onApply={() => {
                    onChange(each.filter);
                    close();
                  }}
                  onRename={(name) => rename(each, name)}
                  onRemove={() => remove(each)}
                />
              ))}
            </ul>
          )}
          {canWrite && <SaveForm filter={filter} onSave={save} first={saved.length === 0} />}
        </div>
      )}
    </Popover>
  );
}

type SaveFormProps = {
  readonly filter: EntryFilter;
  readonly onSave: (name: string, filter: EntryFilter) => Promise<string | undefined>;
  /** True when nothing stands above it. */
  readonly first: boolean;
};

function SaveForm({ filter, onSave, first }: SaveFormProps) {
  const say = useSay();
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string>();
  const asks = askedFields(filter).length > 0;
  const save = async () => {
    const found = await onSave(name, filter);
    setProblem(found);
    if (found === undefined) setName('');
  };
  return (
    <div className={styles['form']}>
      <Field
        label={say(m.saveName)}
        hint={asks ? undefined : say(m.setFirst)}
        problem={problem}
        value={name}
        onChange={setName}
        onEnter={() => asks && void save()}
        maxLength={200}
        disabled={!asks}
        autoFocus={first && asks}
      />
      <Button disabled={!asks} onClick={() => void save()}>
        {say(m.saveFilter)}
      </Button>
    </div>
  );
}

type SavedRowProps = {
  readonly saved: SavedFilter;
  readonly first: boolean;
  readonly canWrite: boolean;
  readonly onApply: () => void;
  readonly onRename: (name: string) => Promise<string | undefined>;
  readonly onRemove: () => void;
};

function SavedRow({ saved, first, canWrite, onApply, onRename, onRemove }: SavedRowProps) {
  const say = useSay();
  const wording = useWording();
  const { name } = saved;
  const [renaming, setRenaming] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const rename = async (newName: string) => {
    const found = await onRename(newName);
    setProblem(found);
    if (found === undefined) setRenaming(undefined);
  };
  if (renaming !== undefined)
    return (
      <li className={styles['row']}>
        <Field
          label={say(m.newName)}
          labelHidden
          value={renaming}
          onChange={setRenaming}
          onEnter={() => void rename(renaming)}
          problem={problem}
          maxLength={200}
          autoFocus
        />
        <IconButton
          name={say(m.saveFilter)}
          icon={<Check size={14} aria-hidden />}
          onClick={() => void rename(renaming)}
        />
      </li>
    );
  return (
    <li className={styles['row']}>
      <button
        type="button"
        className={styles['name']}
        title={filterSentence(saved.filter, wording)}
        data-autofocus={first || undefined}
        onClick={onApply}
      >
        {name}
      </button>
      {canWrite && (
        <>
          <IconButton
            name={say(m.renameFilter, { name })}
            icon={<Pencil size={14} aria-hidden />}
            onClick={() => setRenaming(name)}
          />
          <IconButton
            name={say(m.removeFilter, { name })}
            icon={<Trash2 size={14} aria-hidden />}
            onClick={onRemove}
          />
        </>
      )}
    </li>
  );
}
