import { Plus } from 'lucide-react';
import { useState } from 'react';
import { inBothLanguages, type OwnItem, type OwnTemplate } from '#shared/catalogue/guidance.ts';
import { guidanceMessages as m } from '#shared/i18n/guidance-messages.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { BilingualFields } from './bilingual-fields.tsx';
import styles from './guidance-dialog.module.css';
import { TemplateItem } from './template-item.tsx';

type Props = {
  readonly first: OwnTemplate;
  readonly onChanged: () => void;
  readonly onSave: (template: OwnTemplate) => void;
  readonly onBack: () => void;
};

/** A checklist of one's own; saving it is a revision. */
export function TemplateEditor({ first, onChanged, onSave, onBack }: Props) {
  const say = useSay();
  const language = useLanguage();
  const [template, setTemplate] = useState(first);
  const [open, setOpen] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const { items } = template;
  const change = (news: Partial<OwnTemplate>) => {
    onChanged();
    setTemplate((before) => ({ ...before, ...news }));
  };
  const setItem = (id: string, news: OwnItem) =>
    change({ items: items.map((item) => (item.id === id ? news : item)) });
  const move = (index: number, by: -1 | 1) => {
    const moved = items[index];
    if (moved === undefined || items[index + by] === undefined) return;
    const others = items.toSpliced(index, 1);
    change({ items: others.toSpliced(index + by, 0, moved) });
  };
  const add = () => {
    const id = freeId(items);
    const step = items.at(-1)?.step ?? 'preparation';
    change({ items: [...items, { ...emptyItem, id, step }] });
    setOpen(id);
  };
  const save = () => {
    const isSaid = ({ en, ja }: { readonly en: string; readonly ja: string }) =>
      `${en}${ja}`.trim() !== '';
    if (!isSaid(template.title)) return setProblem(say(m.titleNeeded));
    if (items.length === 0 || !items.every(({ text }) => isSaid(text)))
      return setProblem(say(m.itemsNeeded));
    setProblem(undefined);
    return onSave({ ...template, items: items.map(withoutEmptyWhy) });
  };
  return (
    <div className={styles['form']}>
      {problem !== undefined && (
        <div role="alert">
          <Banner tone="danger">{problem}</Banner>
        </div>
      )}
      <BilingualFields
        labels={{ en: say(m.templateTitle), ja: say(m.templateTitleJa) }}
        hint={say(m.oneLanguage)}
        value={template.title}
        onChange={(title) => change({ title })}
        onSubmit={save}
        autoFocus
      />
      <BilingualFields
        labels={{ en: say(m.description), ja: say(m.descriptionJa) }}
        value={template.description}
        onChange={(description) => change({ description })}
        onSubmit={save}
      />
      <section className={styles['group']} aria-label={say(m.items)}>
        <h3>{say(m.items)}</h3>
        <ol className={styles['list']}>
          {items.map((item, index) => (
            <TemplateItem
              key={item.id}
              item={item}
              name={inBothLanguages(item.text)[language]}
              open={open === item.id}
              onToggle={() => setOpen(open === item.id ? undefined : item.id)}
              onChange={(news) => setItem(item.id, news)}
              onMove={(by) => move(index, by)}
              onRemove={() => change({ items: items.toSpliced(index, 1) })}
              onSubmit={save}
            />
          ))}
        </ol>
        <div className={styles['buttons']}>
          <Button icon={<Plus size={16} aria-hidden />} onClick={add}>
            {say(m.addItem)}
          </Button>
        </div>
      </section>
      <div className={styles['buttons']}>
        <Button look="primary" onClick={save}>
          {say(m.save)}
        </Button>
        <Button onClick={onBack}>{say(m.back)}</Button>
      </div>
    </div>
  );
}

const emptyItem = {
  text: { en: '', ja: '' },
  stages: [],
  csf: [],
  refs: [],
  critical: false,
  needsApproval: false,
  evidenceExpected: false,
};

function freeId(items: readonly OwnItem[]): string {
  const taken = new Set(items.map(({ id }) => id));
  let number = items.length + 1;
  while (taken.has(`X-${String(number).padStart(2, '0')}`)) number += 1;
  return `X-${String(number).padStart(2, '0')}`;
}

function withoutEmptyWhy({ why, ...item }: OwnItem): OwnItem {
  return why !== undefined && `${why.en}${why.ja}`.trim() !== '' ? { ...item, why } : item;
}
