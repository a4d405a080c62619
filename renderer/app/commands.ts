import type { SavedFilter } from '#shared/application/saved-filters.ts';
import { clockMessages } from '#shared/i18n/clock-messages.ts';
import { entryLineMessages as line } from '#shared/i18n/entry-line-messages.ts';
import { exportMessages } from '#shared/i18n/export-messages.ts';
import { frameMessages as m } from '#shared/i18n/frame-messages.ts';
import { guidanceMessages } from '#shared/i18n/guidance-messages.ts';
import type { Language, Message } from '#shared/i18n/messages.ts';
import { listMessages } from '#shared/i18n/list-messages.ts';
import { paperMessages } from '#shared/i18n/paper-messages.ts';
import { reportShapeMessages } from '#shared/i18n/report-shape-messages.ts';
import { rescueViewMessages } from '#shared/i18n/rescue-view-messages.ts';
import { searchMessages } from '#shared/i18n/search-messages.ts';
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
  marks: m.groupMarks,
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
  readonly openFilterMenu: () => void;
  readonly openJump: () => void;
  readonly showAll: () => void;
  /** True when the notebook has logs. */
  readonly hasLogs: boolean;
  readonly toggleLogRows: () => void;
  readonly savedFilters: readonly SavedFilter[];
  readonly applyFilter: (filter: SavedFilter) => void;
  readonly showView: (view: ViewId) => void;
  readonly toggleStage: (number: number) => void;
  readonly toggleStar: () => void;
  readonly editEntry: () => void;
  readonly withdrawEntry: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly closeDetail: () => void;
  readonly openPalette: () => void;
  readonly openKeys: () => void;
  readonly openSettings: () => void;
  readonly openIncident: () => void;
  readonly verify: () => void;
  readonly exportCase: () => void;
  readonly addEvidence: () => void;
  readonly importLogs: () => void;
  readonly openClocks: () => void;
  readonly importCase: () => void;
  readonly importList: () => void;
  readonly openGuidance: () => void;
  readonly shapeReport: () => void;
  readonly pasteIndicators: () => void;
  readonly printForPaper: () => void;
  readonly transcribeSheet: () => void;
  readonly holdReview: () => void;
  readonly handOver: () => void;
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
    command('edit.redo', 'write', say(m.cmdRedo), target.redo, ['Mod+Y', 'Mod+Shift+Z'], canWrite),
    command('edit.undo', 'write', say(m.cmdUndo), target.undo, ['Mod+Z'], canWrite),
    command('palette.open', 'go', say(m.cmdPalette), target.openPalette, ['Mod+K']),
    command('timeline.search', 'go', say(m.cmdSearch), target.focusSearch, ['/', 'Mod+F']),
    command('timeline.filter', 'go', say(searchMessages.cmdFilterMenu), target.openFilterMenu, [
      'f',
    ]),
    command('timeline.jump', 'go', say(searchMessages.jump), target.openJump, ['Mod+G']),
    command(
      'timeline.rows',
      'go',
      say(searchMessages.cmdLogRows),
      target.toggleLogRows,
      ['r'],
      target.hasLogs,
    ),
    command('timeline.all', 'go', say(searchMessages.cmdShowAll), target.showAll),
    ...target.savedFilters.map((filter) =>
      command(
        `timeline.filter.${filter.id}`,
        'go',
        say(searchMessages.applyFilter, { name: filter.name }),
        () => target.applyFilter(filter),
      ),
    ),
    ...views.map((view) =>
      command(
        `view.${view.id}`,
        'go',
        say(m.cmdGo, { view: say(view.label) }),
        () => target.showView(view.id),
        [view.chord],
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
    // Before the chord without Shift, which Shift does not keep from matching.
    command('case.export', 'notebook', say(exportMessages.command), target.exportCase, [
      'Mod+Shift+E',
    ]),
    command(
      'evidence.add',
      'notebook',
      say(m.cmdAddEvidence),
      target.addEvidence,
      ['Mod+E'],
      canWrite,
    ),
    command('log.import', 'notebook', say(m.cmdImportLogs), target.importLogs, [], canWrite),
    command(
      'case.import',
      'notebook',
      say(rescueViewMessages.command),
      target.importCase,
      [],
      canWrite,
    ),
    command('list.import', 'notebook', say(listMessages.command), target.importList, [], canWrite),
    command('guidance.open', 'notebook', say(guidanceMessages.command), target.openGuidance),
    command('report.shape', 'notebook', say(reportShapeMessages.command), target.shapeReport),
    command('time.clocks', 'notebook', say(clockMessages.command), target.openClocks),
    command(
      'indicator.paste',
      'notebook',
      say(m.cmdPasteIndicators),
      target.pasteIndicators,
      [],
      canWrite,
    ),
    command('paper.print', 'notebook', say(paperMessages.print), target.printForPaper),
    command(
      'paper.transcribe',
      'notebook',
      say(paperMessages.transcribe),
      target.transcribeSheet,
      [],
      canWrite,
    ),
    command('review.hold', 'notebook', say(m.cmdReview), target.holdReview, ['Mod+Shift+M']),
    command('shift.handover', 'notebook', say(m.cmdHandover), target.handOver, ['Mod+Shift+H']),
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
    key('list', searchMessages.keyChoose, ['Space']),
    key('list', searchMessages.keyChooseMany, ['Shift+↓', 'Shift+↑']),
    key('list', searchMessages.keyChooseAll, ['Mod+A']),
    key('list', searchMessages.keyTagThem, ['t']),
    key('rows', m.keySearchRows, ['/']),
    key('rows', m.keyOriginal, ['Enter']),
    key('rows', m.keyTag, ['Space', '!']),
    key('rows', m.keyPin, ['P']),
    key('line', m.keySave, ['Enter']),
    key('line', m.keyNewline, ['Shift+Enter']),
    key('line', m.keyComplete, ['Tab']),
    key('line', m.keyRecall, ['↑']),
    key('line', m.keyTakeStage, ['Mod+.']),
    key('line', m.keyLeave, ['Escape']),
    key('marks', line.legendTime, ['14:02', '-5m', '~02:00±20m']),
    key('marks', line.legendHost, ['@pacs01']),
    key('marks', line.legendAccount, ['&svc']),
    key('marks', line.legendStage, ['!3']),
    key('marks', line.legendTechnique, ['/T1566']),
    key('marks', line.legendTag, ['#vpn']),
    key('marks', line.legendEvidence, ['^E-004']),
    key('marks', line.legendKind, [':decision', ':probable', ':fact']),
    key('marks', line.legendSource, ['$dns']),
    key('marks', line.legendNoticed, ['n14:30']),
    key('marks', line.legendLink, ['>#12', '=#12', '?#12']),
    key('marks', line.legendSigns, ['?', '*']),
  ];
}
