import type { BaseWindow, MenuItemConstructorOptions } from 'electron';
import { clockMessages } from '#shared/i18n/clock-messages.ts';
import { type Language, type Message, say } from '#shared/i18n/messages.ts';
import { listMessages } from '#shared/i18n/list-messages.ts';
import { rescueViewMessages } from '#shared/i18n/rescue-view-messages.ts';
import { shellMessages as words } from '#shared/i18n/shell-messages.ts';

type Options = {
  readonly language: Language;
  readonly isMac: boolean;
  readonly isDevelopment: boolean;
  /** Sends the id of a command to the window in front. */
  readonly run: (command: string, window: BaseWindow | undefined) => void;
};

/**
 * The menu as a template: commands of the interface by their ids, and roles that act on text or on
 * the window alone. No role loads, reloads or opens anything.
 */
export function menuTemplate(options: Options): MenuItemConstructorOptions[] {
  const word = (message: Message) => say(options.language, message);
  const command = (
    label: Message,
    id: string,
    accelerator?: string,
  ): MenuItemConstructorOptions => ({
    id,
    label: word(label),
    ...(accelerator !== undefined && { accelerator }),
    click: (_item, window) => options.run(id, window),
  });
  const role = (
    label: Message,
    name: NonNullable<MenuItemConstructorOptions['role']>,
  ): MenuItemConstructorOptions => ({ label: word(label), role: name });
  const separator: MenuItemConstructorOptions = { type: 'separator' };

  return [
    ...(options.isMac ? [{ role: 'appMenu' as const }] : []),
    {
      label: word(words.menuNotebook),
      submenu: [
        command(words.newIncident, 'notebook.new', 'CmdOrCtrl+N'),
        command(words.openNotebook, 'notebook.open', 'CmdOrCtrl+O'),
        command(words.closeNotebook, 'notebook.close', 'CmdOrCtrl+W'),
        separator,
        command(words.addEvidence, 'evidence.add', 'CmdOrCtrl+E'),
        command(words.exportReport, 'view.report', 'CmdOrCtrl+P'),
        command(rescueViewMessages.command, 'case.import'),
        command(listMessages.command, 'list.import'),
        command(clockMessages.command, 'time.clocks'),
        command(words.exportCase, 'case.export', 'CmdOrCtrl+Shift+E'),
        command(words.verifyNotebook, 'notebook.verify'),
        separator,
        role(words.quit, 'quit'),
      ],
    },
    {
      label: word(words.menuEdit),
      submenu: [
        role(words.undo, 'undo'),
        role(words.redo, 'redo'),
        separator,
        role(words.cut, 'cut'),
        role(words.copy, 'copy'),
        role(words.paste, 'paste'),
        role(words.selectAll, 'selectAll'),
        separator,
        command(words.writeEntry, 'entry.write', 'CmdOrCtrl+L'),
        command(words.findCommand, 'palette.open', 'CmdOrCtrl+K'),
      ],
    },
    {
      label: word(words.menuView),
      submenu: [
        role(words.actualSize, 'resetZoom'),
        role(words.zoomIn, 'zoomIn'),
        role(words.zoomOut, 'zoomOut'),
        role(words.fullScreen, 'togglefullscreen'),
        ...(options.isDevelopment ? [separator, role(words.developerTools, 'toggleDevTools')] : []),
      ],
    },
    { label: word(words.menuHelp), submenu: [command(words.showKeys, 'help.keys')] },
  ];
}
