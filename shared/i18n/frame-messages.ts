import { defineMessages } from './messages.ts';

/** Words of the window around the views: title bar, navigation, status line, first minute, settings. */
export const frameMessages = defineMessages({
  productLine: { en: 'Incident notebook', ja: 'インシデント記録帳' },
  close: { en: 'Close', ja: '閉じる' },
  cancel: { en: 'Cancel', ja: 'キャンセル' },
  save: { en: 'Save', ja: '保存' },
  copied: { en: 'Copied', ja: 'コピーしました' },
  /** A name with its key, its count or what it stands for now. */
  /** What a button does, and to what of several. */
  actionOf: { en: '{action}: {name}', ja: '{action}：{name}' },
  withNote: { en: '{name} ({note})', ja: '{name}（{note}）' },

  // Navigation
  navigation: { en: 'Views', ja: '表示の切り替え' },
  viewTimeline: { en: 'Timeline', ja: 'タイムライン' },
  viewChecklists: { en: 'Checklists', ja: 'チェックリスト' },
  viewEvidence: { en: 'Evidence', ja: '証拠' },
  viewLogs: { en: 'Logs', ja: 'ログ' },
  viewKillChain: { en: 'Kill chain', ja: 'キルチェーン' },
  viewIndicators: { en: 'Indicators', ja: '侵害指標' },
  cmdPasteIndicators: {
    en: 'Find indicators in a pasted text',
    ja: '貼り付けた文章から侵害指標を抽出',
  },
  viewNow: { en: 'Now', ja: '現在' },
  viewDecisions: { en: 'Decisions', ja: '決定' },
  cmdReview: { en: 'Hold the review meeting', ja: '振り返り会議を開く' },
  cmdHandover: { en: 'Hand over the shift', ja: '当番を引き継ぐ' },
  viewActions: { en: 'Actions', ja: '対応事項' },
  viewSystems: { en: 'Systems', ja: 'システム' },
  viewReport: { en: 'Report', ja: '報告書' },
  viewSharing: { en: 'Sharing', ja: '共有' },
  resizeDetail: { en: 'Width of the detail pane', ja: '詳細欄の幅' },
  detailPane: { en: 'Detail', ja: '詳細' },

  // Title bar
  incidentSettings: { en: 'Incident', ja: 'インシデントの設定' },
  editIncident: {
    en: 'Title, marking, phase, time zone',
    ja: '件名・取扱区分・フェーズ・タイムゾーン',
  },
  untitled: { en: 'Untitled incident', ja: '件名なしのインシデント' },
  exercise: { en: 'Exercise', ja: '演習' },
  phase: { en: 'Phase', ja: 'フェーズ' },
  phaseUnset: { en: 'No phase set', ja: 'フェーズは未設定' },
  phasePreparation: { en: 'Preparation', ja: '準備' },
  phaseDetectionAnalysis: { en: 'Detection & Analysis', ja: '検知・分析' },
  phaseContainment: {
    en: 'Containment, Eradication & Recovery',
    ja: '封じ込め・根絶・復旧',
  },
  phasePostIncident: { en: 'Post-Incident Activity', ja: '事後対応' },
  clockIncident: {
    en: 'Time in the zone of the incident, {zone}',
    ja: 'インシデントのタイムゾーン（{zone}）の時刻',
  },
  clockUtc: { en: 'Time in UTC', ja: 'UTCの時刻' },

  // Incident dialog
  incidentTitle: { en: 'Title', ja: '件名' },
  marking: { en: 'Marking (TLP)', ja: '取扱区分（TLP）' },
  zone: { en: 'Time zone', ja: 'タイムゾーン' },
  zoneHint: {
    en: 'Where the clocks of this incident are read, for example Asia/Tokyo or +09:00. Times keep the zone they were written in.',
    ja: 'このインシデントの時刻を読むタイムゾーンです（例 Asia/Tokyo、+09:00）。書かれた時刻は元のタイムゾーンを保ちます。',
  },
  zoneUnknown: { en: 'This is not a time zone.', ja: 'タイムゾーンではありません。' },
  status: { en: 'Status', ja: '状態' },
  statusOpen: { en: 'Open', ja: '対応中' },
  statusContained: { en: 'Contained', ja: '封じ込め済み' },
  statusClosed: { en: 'Closed', ja: '終結' },
  isExercise: { en: 'This is an exercise', ja: '演習である' },

  // Status line
  statusLine: { en: 'State of the notebook', ja: 'ノートブックの状態' },
  savedAt: { en: 'Saved {time}', ja: '{time} 保存済み' },
  savedLine: { en: 'line {number}', ja: '第{number}行' },
  savedEntry: { en: 'entry {number}', ja: '記録 {number}' },
  nothingSaved: {
    en: 'Nothing written on this device yet',
    ja: 'この端末ではまだ何も書かれていません',
  },
  nothingUnderNewKey: {
    en: 'Key changed, nothing written under the new one yet',
    ja: '鍵を変更しました。新しい鍵ではまだ何も書かれていません',
  },
  saving: { en: 'Saving', ja: '保存中' },
  hashTitle: {
    en: 'First digits of the SHA-256 of the last line: {hash}',
    ja: '最後の行のSHA-256の先頭：{hash}',
  },
  chainIntact: { en: 'chain intact', ja: 'チェーン正常' },
  chainFindings: {
    en: { one: '{n} finding', other: '{n} findings' },
    ja: '所見 {n}件',
  },
  devices: { en: { one: '{n} device', other: '{n} devices' }, ja: '端末 {n}台' },
  inMemory: {
    en: 'Working without the local database',
    ja: 'ローカルデータベースなしで動作中',
  },
  inMemoryTitle: {
    en: 'The local database of this profile cannot be used. Everything is written to the notebook as always; only opening takes longer.',
    ja: 'このプロファイルのローカルデータベースを使えません。書き込みは通常どおりノートブックに保存されます。開くのに時間がかかるだけです。',
  },
  unknownLines: {
    en: {
      one: '{n} line written by a newer version',
      other: '{n} lines written by a newer version',
    },
    ja: '新しい版で書かれた行 {n}件',
  },

  // Banners
  readOnlyLocked: {
    en: 'Read only: {holder} has this notebook open for writing.',
    ja: '読み取り専用です。{holder}がこのノートブックを書き込み用に開いています。',
  },
  readOnlyNotWritable: {
    en: 'Read only: this folder cannot be written to. Copy the notebook to a place where you may write.',
    ja: '読み取り専用です。このフォルダーには書き込めません。書き込める場所にノートブックをコピーしてください。',
  },
  damageFound: {
    en: {
      one: '{n} thing in this notebook is damaged. What can be read is shown; nothing was deleted.',
      other:
        '{n} things in this notebook are damaged. What can be read is shown; nothing was deleted.',
    },
    ja: 'このノートブックに損傷が{n}件あります。読めるものはすべて表示しています。削除したものはありません。',
  },
  warningFound: {
    en: {
      one: '{n} thing worth knowing was found.',
      other: '{n} things worth knowing were found.',
    },
    ja: '確認しておくべき点が{n}件あります。',
  },
  showFindings: { en: 'Show', ja: '表示' },
  testRuntime: {
    en: 'Development runtime: not for real incidents.',
    ja: '開発用の実行環境です。実際のインシデントには使わないでください。',
  },

  // Findings and verification
  findingsTitle: { en: 'Findings', ja: '所見' },
  noFindings: { en: 'Nothing was found.', ja: '所見はありません。' },
  severityDamage: { en: 'Damage', ja: '損傷' },
  severityWarning: { en: 'Warning', ja: '警告' },
  severityNote: { en: 'Note', ja: '参考' },
  verifyTitle: { en: 'Verify', ja: '検証' },
  verifying: {
    en: 'Reading every line and every evidence file',
    ja: 'すべての行と証拠ファイルを読んでいます',
  },
  verifyGood: {
    en: 'Every line, signature and evidence file is as it was written.',
    ja: 'すべての行・署名・証拠ファイルは書かれたときのままです。',
  },
  verifyCounts: {
    en: 'Lines: {lines}. Devices: {feeds}. Evidence files: {evidence}.',
    ja: '{lines}行、端末{feeds}台、証拠ファイル{evidence}件を確認しました。',
  },
  verifySeal: { en: 'Seal', ja: '封印値' },

  // First minute
  startTitle: { en: 'Start an incident', ja: 'インシデントを開始' },
  startPlaceholder: { en: 'What is it about', ja: '何が起きているか' },
  startHint: {
    en: 'Enter makes the notebook in your notebooks folder and opens it. Everything can be changed later.',
    ja: 'Enterでノートブック用フォルダーに作成して開きます。後からすべて変更できます。',
  },
  startAction: { en: 'Start', ja: '開始' },
  startElsewhere: { en: 'Choose the folder…', ja: '保存先を選んで開始…' },
  openTitle: { en: 'Open a notebook', ja: 'ノートブックを開く' },
  rescueAction: { en: 'Case of another tool', ja: '他のツールのケース' },
  openAction: { en: 'Open a notebook…', ja: 'ノートブックを開く…' },
  recentTitle: { en: 'Recent', ja: '最近使ったノートブック' },
  readiness: { en: 'Readiness, no incident', ja: '備えの点検（インシデントなし）' },
  readinessTitle: { en: 'Before anything happens', ja: '何も起きていないうちに' },
  readinessHint: {
    en: 'Which logs are there, which stages are blind, what the plan still lacks.',
    ja: '取得できるログ、見えない段階、計画に足りないものを点検します。',
  },
  readinessAction: { en: 'Check readiness', ja: '備えを点検する' },
  guidanceAction: { en: 'Templates and guides', ja: 'テンプレートとガイド' },
  readinessName: { en: 'Readiness {date}', ja: '備えの点検 {date}' },
  exampleTitle: { en: 'Look at a worked example', ja: '記入例を見る' },
  exampleHint: {
    en: 'A real, public incident as a finished notebook.',
    ja: '公開された実際のインシデントを記録した、完成したノートブックです。',
  },
  exampleEnglish: { en: 'In English', ja: '英語の例' },
  exampleJapanese: { en: 'In Japanese', ja: '日本語の例' },
  yourName: { en: 'Your name or initials', ja: '記録者の名前またはイニシャル' },
  yourNameHint: { en: 'Every entry carries it.', ja: 'すべての記録に付きます。' },
  nameNeeded: {
    en: 'An entry without an author proves little: say who writes.',
    ja: '記録者の名前がない記録は証拠になりにくいため、名前を入力してください。',
  },
  titleNeeded: { en: 'Give the incident a title.', ja: '件名を入力してください。' },
  offlinePromise: {
    en: 'Everything stays on this machine. Kiroku never opens a network connection.',
    ja: 'すべてこのコンピューターの中に留まります。Kirokuはネットワークに接続しません。',
  },

  // Opening
  opening: { en: 'Opening', ja: '開いています' },
  rebuilding: { en: 'Reading the journal', ja: '記録を読み込んでいます' },
  linesOf: { en: '{done} of {total} lines', ja: '{total}行中 {done}行' },

  // Settings
  settings: { en: 'Settings', ja: '設定' },
  language: { en: 'Language', ja: '言語' },
  theme: { en: 'Appearance', ja: '外観' },
  themeSystem: { en: 'As the system', ja: 'システムに合わせる' },
  themeLight: { en: 'Light', ja: 'ライト' },
  themeDark: { en: 'Dark', ja: 'ダーク' },
  atRest: {
    en: 'Notebooks are not encrypted on this disk. Whoever takes the computer can read them unless the system encrypts the disk (BitLocker, FileVault, LUKS): switch that on. Bundles can be encrypted when they leave.',
    ja: 'ノートブックはこのディスク上では暗号化されません。ディスク全体の暗号化（BitLocker、FileVault、LUKS）がなければ、端末を手にした人が読めます。システムの設定で有効にしてください。共有ファイルは、渡すときに暗号化できます。',
  },
  about: {
    en: 'Kiroku {version} ({commit}) on {runtime}',
    ja: 'Kiroku {version}（{commit}）、{runtime}',
  },

  // Commands
  commands: { en: 'Commands', ja: 'コマンド' },
  findCommand: { en: 'Type a command or an entry number', ja: 'コマンドまたは記録番号を入力' },
  noCommand: { en: 'No command is called that.', ja: '一致するコマンドはありません。' },
  keys: { en: 'Keys', ja: 'キー操作' },
  groupGo: { en: 'Go', ja: '移動' },
  groupEntry: { en: 'Selected entry', ja: '選択中の記録' },
  groupWrite: { en: 'Write', ja: '記入' },
  groupNotebook: { en: 'Notebook', ja: 'ノートブック' },
  groupView: { en: 'View', ja: '表示' },
  groupList: { en: 'In the timeline', ja: 'タイムライン内' },
  groupRows: { en: 'In the logs', ja: 'ログ内' },
  groupLine: { en: 'In the entry line', ja: '入力行内' },
  cmdPalette: { en: 'Run a command', ja: 'コマンドを実行' },
  cmdKeys: { en: 'Show the keys', ja: 'キー操作を表示' },
  cmdWrite: { en: 'Write an entry', ja: '記録を書く' },
  cmdSearch: { en: 'Search the timeline', ja: 'タイムラインを検索' },
  cmdGo: { en: 'Go to {view}', ja: '{view}へ移動' },
  cmdStage: { en: 'Stage {number}: {stage}', ja: '段階{number}：{stage}' },
  cmdStar: { en: 'Star or unstar', ja: 'スターを付ける・外す' },
  cmdEdit: { en: 'Correct the entry', ja: '記録を訂正' },
  cmdWithdraw: { en: 'Withdraw or restore', ja: '取り下げ・復元' },
  cmdCloseDetail: { en: 'Close the detail pane', ja: '詳細欄を閉じる' },
  cmdIncident: { en: 'Edit the incident', ja: 'インシデントの設定' },
  cmdVerify: { en: 'Verify the notebook', ja: 'ノートブックを検証' },
  cmdImportLogs: { en: 'Import logs', ja: 'ログを取り込む' },
  cmdAddEvidence: { en: 'Add evidence', ja: '証拠を追加' },
  cmdClose: { en: 'Close the notebook', ja: 'ノートブックを閉じる' },
  cmdTheme: { en: 'Switch light and dark', ja: 'ライトとダークを切り替え' },
  cmdLanguage: { en: 'Switch to Japanese', ja: '英語に切り替え' },
  cmdUndo: { en: 'Undo', ja: '元に戻す' },
  cmdRedo: { en: 'Redo', ja: 'やり直す' },
  groupMarks: { en: 'Marks in the entry line', ja: '入力行の記号' },
  cmdZone: { en: 'Switch the zone of displayed times', ja: '表示するタイムゾーンを切り替え' },
  keyNext: { en: 'Next entry', ja: '次の記録' },
  keyPrevious: { en: 'Previous entry', ja: '前の記録' },
  keyEnds: { en: 'First, last entry', ja: '最初・最後の記録' },
  keyPages: { en: 'A page up, down', ja: '1ページ上・下' },
  keyOpen: { en: 'Open the entry', ja: '記録を開く' },
  keyOriginal: { en: 'Open the original record', ja: '元の記録を開く' },
  keyTag: { en: 'Tag the row', ja: '行を選択' },
  keyPin: { en: 'Pin the row, or all tagged', ja: '行（選択中の行）をピン留め' },
  keySearchRows: { en: 'Search the rows', ja: '行を検索' },
  keySave: { en: 'Save the entry', ja: '記録を保存' },
  keyNewline: { en: 'New line', ja: '改行' },
  keyRecall: { en: 'Take back the last line', ja: '直前の行を呼び戻す' },
  keyTakeStage: { en: 'Take the stage that is suggested', ja: '提案された段階を採用' },
  keyLeave: { en: 'Leave, the draft is kept', ja: '下書きを残して離れる' },
  keyComplete: { en: 'Take the suggestion', ja: '候補を確定' },

  // Zones of displayed times
  zoneShown: { en: 'Times in {zone}', ja: '{zone}で表示' },
  zoneIncident: { en: 'Incident', ja: 'インシデント' },
  zoneUtc: { en: 'UTC', ja: 'UTC' },
  zoneLocal: { en: 'This machine', ja: 'この端末' },
});
