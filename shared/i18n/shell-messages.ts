import { defineMessages } from './messages.ts';

/** Words of the menu and of the system's own dialogs. */
export const shellMessages = defineMessages({
  menuNotebook: { en: 'Notebook', ja: 'ノートブック' },
  menuEdit: { en: 'Edit', ja: '編集' },
  menuView: { en: 'View', ja: '表示' },
  menuHelp: { en: 'Help', ja: 'ヘルプ' },

  newIncident: { en: 'Start an incident…', ja: 'インシデントを開始…' },
  openNotebook: { en: 'Open a notebook…', ja: 'ノートブックを開く…' },
  closeNotebook: { en: 'Close notebook', ja: 'ノートブックを閉じる' },
  addEvidence: { en: 'Add evidence…', ja: '証拠を追加…' },
  exportReport: { en: 'Report', ja: '報告書' },
  exportCase: { en: 'Export for other tools…', ja: '他のツール用に書き出し…' },
  verifyNotebook: { en: 'Verify', ja: '検証' },
  quit: { en: 'Quit', ja: '終了' },

  undo: { en: 'Undo', ja: '元に戻す' },
  redo: { en: 'Redo', ja: 'やり直す' },
  cut: { en: 'Cut', ja: '切り取り' },
  copy: { en: 'Copy', ja: 'コピー' },
  paste: { en: 'Paste', ja: '貼り付け' },
  selectAll: { en: 'Select all', ja: 'すべて選択' },

  writeEntry: { en: 'Write an entry', ja: '記録を書く' },
  findCommand: { en: 'Run a command…', ja: 'コマンドを実行…' },
  actualSize: { en: 'Actual size', ja: '実際の大きさ' },
  zoomIn: { en: 'Zoom in', ja: '拡大' },
  zoomOut: { en: 'Zoom out', ja: '縮小' },
  fullScreen: { en: 'Full screen', ja: '全画面表示' },
  showKeys: { en: 'Keyboard shortcuts', ja: 'キーボードショートカット' },
  developerTools: { en: 'Developer tools', ja: '開発者ツール' },

  chooseNotebook: { en: 'Open a notebook', ja: 'ノートブックを開く' },
  chooseNotebookPlace: {
    en: 'Where should the new notebook go?',
    ja: '新しいノートブックの保存先',
  },
  chooseLogs: { en: 'Import logs', ja: 'ログを取り込む' },
  chooseCase: { en: 'Choose the case of another tool', ja: '他のツールのケースを選択' },
  chooseGuidance: {
    en: 'Choose a file of templates and guides, or a release of ATT&CK',
    ja: 'テンプレートと段階ガイドのファイル、またはATT&CKのリリースを選択',
  },
  chooseFileToCheck: { en: 'Choose a file to check', ja: '照合するファイルを選択' },
  chooseEvidenceFolder: { en: 'Add folders as evidence', ja: 'フォルダーを証拠に追加' },
  chooseEvidence: { en: 'Add evidence', ja: '証拠を追加' },
  chooseTemplate: { en: 'Choose a template of reports', ja: '報告書のテンプレートを選択' },
  chooseLogo: {
    en: 'Choose a logo (PNG or JPEG)',
    ja: 'ロゴの画像を選択（PNGまたはJPEG）',
  },
  saveExport: { en: 'Save the export', ja: '書き出し先を選択' },
  saveBundle: { en: 'Save the bundle', ja: '共有ファイルを保存' },
  saveTimestampRequest: {
    en: 'Save the request for a time stamp',
    ja: 'タイムスタンプ要求を保存',
  },
  chooseTimestampResponse: {
    en: 'Choose the answer of the time-stamping service',
    ja: 'タイムスタンプ局の応答を選択',
  },
  chooseBundle: { en: 'Choose a bundle', ja: '共有ファイルを選択' },
  saveOpening: { en: 'Save what is shown', ja: '開示ファイルを保存' },
  chooseOpening: {
    en: 'Choose the file that shows hidden values',
    ja: '隠した値を見せるファイルを選択',
  },
  chooseCopyFolder: {
    en: 'Choose a copy of this notebook',
    ja: 'このノートブックの複製を選択',
  },
  saveReport: { en: 'Save the report', ja: '報告書を保存' },
  chooseCopyPlace: {
    en: 'Where should the copy go?',
    ja: 'コピーの保存先',
  },
  open: { en: 'Open', ja: '開く' },
  save: { en: 'Save', ja: '保存' },
  add: { en: 'Add', ja: '追加' },
  custodyFileName: { en: '{name} custody', ja: '{name} 証拠管理票' },
  reportFileName: { en: '{name} report', ja: '{name} 報告書' },

  copyRunningTitle: {
    en: 'Evidence is still being copied.',
    ja: '証拠のコピーがまだ終わっていません。',
  },
  copyRunningDetail: {
    en: {
      one: '{n} file is not in the notebook yet. If you close now, its copy is cancelled; the original is not touched.',
      other:
        '{n} files are not in the notebook yet. If you close now, their copies are cancelled; the originals are not touched.',
    },
    ja: '{n}件のファイルがまだノートブックに入っていません。今閉じるとコピーは中止されます。元のファイルには影響しません。',
  },
  keepWaiting: { en: 'Keep waiting', ja: '終わるまで待つ' },
  cancelCopyAndClose: { en: 'Cancel the copy and close', ja: 'コピーを中止して閉じる' },

  failureTitle: { en: 'Something went wrong in Kiroku.', ja: 'Kirokuで問題が発生しました。' },
  failureDetail: {
    en: 'Every entry that was shown as saved is on the disk, and nothing has left this machine. The details are in {file}.',
    ja: '保存済みと表示された記録はすべてディスクに残っています。このコンピューターの外へ送られたものはありません。詳細は{file}にあります。',
  },
  saveCopy: { en: 'Save a copy of everything…', ja: 'すべてのコピーを保存…' },
  restartWindow: { en: 'Restart the window', ja: 'ウィンドウを再起動' },
  copySaved: { en: 'The copy is complete.', ja: 'コピーが完了しました。' },
  copyFailed: { en: 'The copy could not be completed.', ja: 'コピーを完了できませんでした。' },
  copyFolderName: { en: 'Kiroku copy {time}', ja: 'Kirokuコピー {time}' },
  close: { en: 'Close', ja: '閉じる' },

  needsDisplay: {
    en: 'Without a display this program cannot start: run it under xvfb-run, or use node dist/cli.mjs.',
    ja: 'ディスプレイがないため起動できません。xvfb-run を使うか、node dist/cli.mjs を使ってください。',
  },
});
