import { beforeEach, expect, test } from 'vitest';
import { adoptChecklist, setChecklistItem } from '#shared/application/checklists.ts';
import {
  addEntry,
  correctEntry,
  restoreEntry,
  withdrawEntry,
} from '#shared/application/entries.ts';
import { type DoneOperation, inverseOf } from '#shared/application/undo.ts';
import { checklists } from '#shared/catalogue/checklist-templates.ts';
import { untouchedItem } from '#shared/domain/checklist.ts';
import { currentValue } from '#shared/journal/causality.ts';
import type { Operation } from '#shared/journal/operation.ts';
import { currentVersion, isWithdrawn } from '#shared/journal/records.ts';
import { err } from '#shared/lib/result.ts';
import { entryContent } from '../../fixtures/test-operations.ts';
import { inMemoryJournal } from './in-memory-journal.ts';

let writing = inMemoryJournal();
beforeEach(() => (writing = inMemoryJournal()));

const entryOf = (id: string) => writing.state().entries.get(id);
const textOf = (id: string) => currentVersion(entryOf(id) ?? fail())?.content.text;
function fail(): never {
  throw new Error('not there');
}

async function add(text: string): Promise<string> {
  const saved = await addEntry(writing, entryContent(text));
  return saved.ok ? saved.value.id : fail();
}

/** Takes the last operation back, as the window does. */
async function takeBack(done: DoneOperation) {
  const { operation } = done;
  const id =
    operation.t === 'entry.add' ? operation.id : 'entry' in operation ? operation.entry : '';
  const setting =
    operation.t === 'checklist.item'
      ? currentValue(writing.state().checklists.get(operation.checklist)?.items[operation.item])
      : undefined;
  const inverse = inverseOf(
    done,
    { entry: entryOf(id), setting },
    { id: writing.newId(), reason: 'Undone' },
  );
  if (inverse.ok) await writing.journal.append(inverse.value);
  return inverse;
}
const last = (): Operation => writing.operations.at(-1) ?? fail();

test('a new entry is withdrawn, and that is undone too', async () => {
  const id = await add('wrong window');
  const undone = await takeBack({ operation: last() });
  expect(undone).toMatchObject({ ok: true, value: { t: 'entry.withdraw', reason: 'Undone' } });
  expect(isWithdrawn(entryOf(id) ?? fail())).toBe(true);
  await takeBack({ operation: last() });
  expect(isWithdrawn(entryOf(id) ?? fail())).toBe(false);
  await takeBack({ operation: last() });
  expect(isWithdrawn(entryOf(id) ?? fail())).toBe(true);
});

test('a correction is corrected back to every field that stood there, and again', async () => {
  const id = await add('first');
  await correctEntry(writing, id, entryContent('second', { tags: ['x'], starred: true }), 'why');
  await takeBack({ operation: last() });
  expect(currentVersion(entryOf(id) ?? fail())?.content).toEqual(entryContent('first'));
  await takeBack({ operation: last() });
  expect(currentVersion(entryOf(id) ?? fail())?.content).toMatchObject({
    text: 'second',
    tags: ['x'],
  });
  expect(entryOf(id)?.versions.length).toBe(4);
});

test('a withdrawal is restored, and a restoration withdrawn', async () => {
  const id = await add('x');
  await withdrawEntry(writing, id, 'why');
  await takeBack({ operation: last() });
  expect(isWithdrawn(entryOf(id) ?? fail())).toBe(false);
  await restoreEntry(writing, id, 'again');
  await takeBack({ operation: last() });
  expect(isWithdrawn(entryOf(id) ?? fail())).toBe(true);
});

test('a checklist item goes back to how it stood, untouched at first', async () => {
  const template = checklists.templates[0]?.id ?? '';
  const adopted = await adoptChecklist(writing, template);
  const checklist = adopted.ok ? adopted.value.id : fail();
  const item = writing.state().checklists.get(checklist)?.checklist?.items[0]?.id ?? fail();
  const now = () => currentValue(writing.state().checklists.get(checklist)?.items[item]);
  const place = { checklist, item };
  await setChecklistItem(writing, place, { ...untouchedItem, state: 'doing', owner: 'Aoki' });
  const doing = { operation: last(), before: undefined };
  await setChecklistItem(writing, place, { ...untouchedItem, state: 'blocked', because: 'no key' });
  expect(await takeBack(doing)).toEqual(err({ kind: 'changed-since' }));
  await takeBack({
    operation: last(),
    before: { ...untouchedItem, state: 'doing', owner: 'Aoki' },
  });
  expect(now()).toMatchObject({ state: 'doing', owner: 'Aoki' });
  await takeBack(doing);
  expect(now()).toEqual(untouchedItem);
});

test('what somebody wrote about since is left alone', async () => {
  const id = await add('first');
  const added = last();
  await correctEntry(writing, id, entryContent('second'), 'why');
  const corrected = last();
  await correctEntry(writing, id, entryContent('third'), 'why');
  expect(await takeBack({ operation: corrected })).toEqual(err({ kind: 'changed-since' }));
  expect(await takeBack({ operation: added })).toEqual(err({ kind: 'changed-since' }));
  await withdrawEntry(writing, id, 'why');
  const withdrawn = last();
  await restoreEntry(writing, id, 'no');
  expect(await takeBack({ operation: withdrawn })).toEqual(err({ kind: 'changed-since' }));
  expect(textOf(id)).toBe('third');
});

test('a seal cannot be undone', async () => {
  const operation: Operation = {
    t: 'seal',
    id: 'a'.repeat(32),
    heads: {},
    evidence: '0'.repeat(64),
    value: '0'.repeat(64),
  };
  expect(await takeBack({ operation })).toEqual(err({ kind: 'not-undoable' }));
});
