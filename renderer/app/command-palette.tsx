import { useId, useMemo, useState } from 'react';
import { containsWords, foldText, searchWords } from '#shared/domain/text-search.ts';
import { frameMessages as m } from '#shared/i18n/frame-messages.ts';
import { timelineMessages } from '#shared/i18n/timeline-messages.ts';
import { useSession } from '../data/session-context.tsx';
import { useSay } from '../records/language.tsx';
import { useWorkspace } from '../records/workspace.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { isComposing } from '../ui/is-composing.ts';
import { Kbd } from '../ui/kbd.tsx';
import { chordLabel } from './chord.ts';
import styles from './command-palette.module.css';
import { type Command, commandGroups } from './commands.ts';

type CommandPaletteProps = {
  readonly commands: readonly Command[];
  readonly onClose: () => void;
};

type Offer = {
  readonly id: string;
  readonly label: string;
  readonly group: string;
  readonly keys: readonly string[];
  readonly run: () => void;
};

/** Every command by its name, and entries by their number. */
export function CommandPalette({ commands, onClose }: CommandPaletteProps) {
  const say = useSay();
  const listId = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const entries = useEntryOffers(query);
  const offers = useMemo<readonly Offer[]>(() => {
    const words = searchWords(query);
    const found = commands
      .filter(({ listed, enabled }) => listed && enabled)
      .map((command) => ({ ...command, group: say(commandGroups[command.group]) }))
      .filter(({ label, group }) => containsWords(foldText(`${group} ${label}`), words));
    return [...entries, ...found];
  }, [commands, entries, query, say]);
  const chosen = Math.min(active, offers.length - 1);

  const run = (offer: Offer | undefined) => {
    if (offer === undefined) return;
    onClose();
    // After the dialog has given the focus back, so that the command can move it.
    setTimeout(offer.run, 0);
  };
  return (
    <Dialog title={say(m.commands)} titleHidden closeName={say(m.close)} onClose={onClose}>
      <input
        className={styles['query']}
        role="combobox"
        aria-label={say(m.findCommand)}
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={offers[chosen] && `${listId}-${chosen}`}
        placeholder={say(m.findCommand)}
        spellCheck={false}
        autoFocus
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
        }}
        onKeyDown={(event) => {
          if (isComposing(event)) return;
          if (event.key === 'ArrowDown') setActive(Math.min(chosen + 1, offers.length - 1));
          else if (event.key === 'ArrowUp') setActive(Math.max(chosen - 1, 0));
          else if (event.key === 'Enter') run(offers[chosen]);
          else return;
          event.preventDefault();
        }}
      />
      <ul id={listId} role="listbox" aria-label={say(m.commands)} className={styles['list']}>
        {offers.map((offer, index) => (
          <li
            key={offer.id}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === chosen}
            className={styles['offer']}
            ref={(element) => {
              if (index === chosen) element?.scrollIntoView?.({ block: 'nearest' });
            }}
            onMouseMove={() => setActive(index)}
            onClick={() => run(offer)}
          >
            <span className={styles['group']}>{offer.group}</span>
            <span className={styles['label']}>{offer.label}</span>
            {offer.keys[0] !== undefined && <Kbd keys={chordLabel(offer.keys[0])} />}
          </li>
        ))}
      </ul>
      {offers.length === 0 && <p className={styles['nothing']}>{say(m.noCommand)}</p>}
    </Dialog>
  );
}

function useEntryOffers(query: string): readonly Offer[] {
  const say = useSay();
  const session = useSession();
  const { openEntry, show } = useWorkspace();
  return useMemo(() => {
    const number = /^#?(\d+)$/.exec(query.trim().normalize('NFKC'))?.[1];
    if (number === undefined) return [];
    return session.timeline
      .rows()
      .filter((row) => row.number === Number(number))
      .map((row) => ({
        id: row.id,
        label: row.content.text,
        group: say(timelineMessages.entryNumber, { number: String(row.number ?? '') }),
        keys: [],
        run: () => {
          show('timeline');
          openEntry(row.id);
        },
      }));
  }, [query, session, say, openEntry, show]);
}
