import { frameMessages as m } from '#shared/i18n/frame-messages.ts';
import type { Language, Message } from '#shared/i18n/messages.ts';
import { stageIds } from '#shared/domain/kill-chain.ts';
import { stageName } from '../records/stage-chip.tsx';
import type { Say } from '../records/language.tsx';
import { views } from './views.ts';
import type { ViewId } from '../records/workspace.tsx';

export const commandGroups = {
  write: m.groupWrite,
  go: m.groupGo,
  entry: m.groupEntry,
  list: m.groupList,
  rows: m.groupRows,
  line: m.groupLine,
  notebook: m.groupNotebook,
  view: m.groupView,
} as const satisfies Record<string, Message>;
export type CommandGroup = keyof typeof commandGroups;

/** What commands may do to the window. */
export type CommandTarget = {
  readonly say: Say;
  readonly language: Language;
  /** True when an entry is selected and may be changed. */
  readonly hasEntry: boolean;
  readonly canWrite: boolean;
  readonly focusEntryLine: () => void;
  readonly focusSearch: () => void;
  readonly showView: (view: ViewId) => void;
  readonly toggleStage: (number: number) => void;
  readonly toggleStar: () => void;
  readonly editEntry: () => void;
  readonly withdrawEntry: () => void;
  readonly closeDetail: () => void;
  readonly openPalette: () => void;
  readonly openKeys: () => void;
  readonly openSettings: () => void;
  readonly openIncident: () => void;
  readonly verify: () => void;
  readonly addEvidence: () => void;
  readonly importLogs: () => void;
  readonly openNotebook: () => void;
  readonly closeNotebook: () => void;
  readonly switchTheme: () => void;
  readonly switchLanguage: () => void;
  readonly switchZone: () => void;
};

/** Something that can be done: the menu, the palette, the keys and the key help all read this list. */
export type Command = {
  readonly id: string;
  readonly label: string;
  readonly group: CommandGroup;
  /** Chords such as `Mod+K` or `n`; a single key works only where nothing is being typed. */
  readonly keys: readonly string[];
  /** False for a key that a panel handles itself: it stands in the key help only. */
  readonly listed: boolean;
  readonly enabled: boolean;
  readonly run: () => void;
};

/** All commands as they stand for a window. */
export function buildCommands(target: CommandTarget): readonly Command[] {
  const { say, hasEntry, canWrite } = target;
  const command = (
    id: string,
    group: CommandGroup,
    label: string,
    run: () => void,
    keys: readonly string[] = [],
    enabled = true,
  ): Command => ({ id, group, label, run, keys, enabled, listed: true });
  const changes = hasEntry && canWrite;
  return [
    command('entry.write', 'write', say(m.cmdWrite), target.focusEntryLine, [
      'n',
      'Mod+J',
      'Mod+L',
    ]),
    command('palette.open', 'go', say(m.cmdPalette), target.openPalette, ['Mod+K']),
    command('timeline.search', 'go', say(m.cmdSearch), target.focusSearch, ['/', 'Mod+F']),
    ...views.map((view, index) =>
      command(
        `view.${view.id}`,
        'go',
        say(m.cmdGo, { view: say(view.label) }),
        () => target.showView(view.id),
        [`Alt+${index + 1}`],
      ),
    ),
    ...stageIds.map((stage, index) =>
      command(
        `entry.stage.${index + 1}`,
        'entry',
        say(m.cmdStage, { number: index + 1, stage: stageName(stage, target.language) }),
        () => target.toggleStage(index + 1),
        [String(index + 1)],
        changes,
      ),
    ),
    command('entry.star', 'entry', say(m.cmdStar), target.toggleStar, ['s'], changes),
    command('entry.correct', 'entry', say(m.cmdEdit), target.editEntry, ['e'], changes),
    command(
      'entry.withdraw',
      'entry',
      say(m.cmdWithdraw),
      target.withdrawEntry,
      ['Delete'],
      changes,
    ),
    command(
      'detail.close',
      'entry',
      say(m.cmdCloseDetail),
      target.closeDetail,
      ['Escape'],
      hasEntry,
    ),
    command('notebook.incident', 'notebook', say(m.cmdIncident), target.openIncident, ['Mod+I']),
    command(
      'evidence.add',
      'notebook',
      say(m.cmdAddEvidence),
      target.addEvidence,
      ['Mod+E'],
      canWrite,
    ),
    command('log.import', 'notebook', say(m.cmdImportLogs), target.importLogs, [], canWrite),
    command('notebook.verify', 'notebook', say(m.cmdVerify), target.verify),
    command('notebook.open', 'notebook', say(m.openAction), target.openNotebook, ['Mod+O']),
    command('notebook.close', 'notebook', say(m.cmdClose), target.closeNotebook, ['Mod+W']),
    command('view.zone', 'view', say(m.cmdZone), target.switchZone, ['z']),
    command('view.theme', 'view', say(m.cmdTheme), target.switchTheme),
    command('view.language', 'view', say(m.cmdLanguage), target.switchLanguage),
    command('app.settings', 'view', say(m.settings), target.openSettings, ['Mod+,']),
    command('help.keys', 'view', say(m.cmdKeys), target.openKeys, ['?', 'F1']),
    ...panelKeys(say),
  ];
}

/** Keys that the timeline, the logs and the entry line handle themselves. */
function panelKeys(say: Say): readonly Command[] {
  const key = (group: CommandGroup, message: Message, keys: readonly string[]): Command => ({
    id: `key.${keys.join(' ')}`,
    group,
    label: say(message),
    keys,
    enabled: true,
    listed: false,
    run: () => {},
  });
  return [
    key('list', m.keyNext, ['j', '↓']),
    key('list', m.keyPrevious, ['k', '↑']),
    key('list', m.keyEnds, ['Home', 'End']),
    key('list', m.keyPages, ['PageUp', 'PageDown']),
    key('list', m.keyOpen, ['Enter']),
    key('rows', m.keySearchRows, ['/']),
    key('rows', m.keyOriginal, ['Enter']),
    key('rows', m.keyTag, ['Space', '!']),
    key('rows', m.keyPin, ['P']),
    key('line', m.keySave, ['Enter']),
    key('line', m.keyNewline, ['Shift+Enter']),
    key('line', m.keyComplete, ['Tab']),
    key('line', m.keyRecall, ['↑']),
    key('line', m.keyLeave, ['Escape']),
  ];
}
