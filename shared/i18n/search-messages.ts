import { defineMessages } from './messages.ts';

/** Words of finding entries: filters, saved filters, jumping to a time, marking many. */
export const searchMessages = defineMessages({
  // The menu of conditions
  filterMenu: { en: 'Filter', ja: '条件' },
  filterMenuTitle: { en: 'Conditions', ja: '絞り込みの条件' },
  findValue: { en: 'Find a host, tag, technique, person', ja: 'ホスト・タグ・技術・人を探す' },
  values: { en: 'Values', ja: '値' },
  noValue: { en: 'No value has this word.', ja: 'この語を含む値はありません。' },
  moreValues: {
    en: { one: '{n} more: type to find it', other: '{n} more: type to find them' },
    ja: 'ほか{n}件：入力して探せます',
  },
  fieldHosts: { en: 'Systems', ja: 'システム' },
  fieldAccounts: { en: 'Accounts', ja: 'アカウント' },
  fieldTechniques: { en: 'Techniques', ja: '技術' },
  fieldTags: { en: 'Tags', ja: 'タグ' },
  fieldSources: { en: 'Sources', ja: '出典' },
  fieldAuthors: { en: 'Written by', ja: '記録者' },
  fieldConfidences: { en: 'Confidence', ja: '確度' },
  fieldMarks: { en: 'Only', ja: '状態' },
  openQuestions: { en: 'Open questions', ja: '未回答の疑問' },
  onlyWithdrawn: { en: 'Withdrawn', ja: '取り下げ済み' },
  unnamedSource: { en: 'Source {id}', ja: '出典 {id}' },
  from: { en: 'From', ja: '開始' },
  until: { en: 'Until', ja: '終了' },
  timeHint: {
    en: 'As in the entry line: 02:10, 2021-10-31, yesterday 23:00',
    ja: '記録行と同じ書き方：02:10、2021-10-31、昨日 23:00',
  },
  setTimes: { en: 'Set', ja: '設定' },
  timesReversed: { en: 'The end lies before the beginning.', ja: '終了が開始より前です。' },

  // The row of chips
  showing: { en: 'Showing', ja: '表示中：' },
  leadStages: { en: 'stage', ja: '段階が' },
  leadKinds: { en: 'kind', ja: '種類が' },
  leadHosts: { en: 'system', ja: 'システムが' },
  leadAccounts: { en: 'account', ja: 'アカウントが' },
  leadTechniques: { en: 'technique', ja: '技術が' },
  leadTags: { en: 'tag', ja: 'タグが' },
  leadSources: { en: 'source', ja: '出典が' },
  leadAuthors: { en: 'written by', ja: '記録者が' },
  leadConfidences: { en: 'confidence', ja: '確度が' },
  phrase: { en: '{lead} {values}', ja: '{lead}{values}' },
  fromTime: { en: 'from {time}', ja: '{time}から' },
  untilTime: { en: 'until {time}', ja: '{time}まで' },
  /** Between both ends of a span: `from … until …`. */
  timesBetween: { en: ' ', ja: '' },
  openQuestion: { en: 'open question', ja: '未回答の疑問' },
  answeredOrNone: { en: 'no open question', ja: '未回答の疑問以外' },
  notStarred: { en: 'not starred', ja: 'スターなし' },
  notEvidence: { en: 'without evidence', ja: '証拠なし' },
  notCorrected: { en: 'not corrected', ja: '訂正なし' },
  withdrawnOnly: { en: 'withdrawn', ja: '取り下げ済み' },
  dropCondition: { en: 'Drop the condition {name}', ja: '条件「{name}」を外す' },

  // Saved filters
  savedMenu: { en: 'Saved', ja: '保存済み' },
  savedTitle: { en: 'Saved filters', ja: '保存した絞り込み' },
  saveName: { en: 'Name for this filter', ja: 'この絞り込みの名前' },
  saveFilter: { en: 'Save', ja: '保存' },
  nothingSaved: {
    en: 'No filter is saved yet. Set one, then give it a name here.',
    ja: '保存した絞り込みはまだありません。条件を設定してから、ここで名前を付けてください。',
  },
  setFirst: {
    en: 'Set a condition first; then it can be saved here.',
    ja: '先に条件を設定すると、ここで保存できます。',
  },
  applyFilter: { en: 'Filter: {name}', ja: '絞り込み：{name}' },
  renameFilter: { en: 'Rename {name}', ja: '{name}の名前を変更' },
  newName: { en: 'New name', ja: '新しい名前' },
  removeFilter: { en: 'Remove {name}', ja: '{name}を削除' },
  filterSaved: { en: 'Filter “{name}” saved.', ja: '絞り込み「{name}」を保存しました。' },
  filterRenamed: { en: 'Filter renamed to “{name}”.', ja: '名前を「{name}」に変更しました。' },
  filterRemoved: { en: 'Filter “{name}” removed.', ja: '絞り込み「{name}」を削除しました。' },
  filterApplied: {
    en: 'Filter “{name}” is shown.',
    ja: '絞り込み「{name}」を表示しています。',
  },
  reasonRemoved: { en: 'Removed from the list', ja: '一覧から削除' },
  nameNeeded: { en: 'A saved filter needs a name.', ja: '名前を入力してください。' },

  // Density strip
  zoomKeys: {
    en: 'Arrow keys go to a bar, Shift with arrows extends a span, Enter zooms in, Escape zooms out.',
    ja: '矢印キーで棒へ移動、Shift+矢印で範囲を広げ、Enterで拡大、Escapeで戻ります。',
  },
  brushed: {
    en: { one: 'Span {from} to {to}: {n} entry', other: 'Span {from} to {to}: {n} entries' },
    ja: '範囲 {from}から{to}：{n}件',
  },

  // Jump to a time
  jump: { en: 'Jump to a time', ja: '時刻へ移動' },
  jumpTime: { en: 'Time', ja: '時刻' },
  jumpGo: { en: 'Jump', ja: '移動' },
  jumpDay: {
    en: 'A time without a date is one of {day}.',
    ja: '日付のない時刻は{day}の時刻として読みます。',
  },
  jumpNearest: { en: 'Nearest: {time}', ja: '最も近い記録：{time}' },
  jumpNothing: {
    en: 'No entry that is shown has a time.',
    ja: '時刻のある記録は表示されていません。',
  },

  // Many at once
  chosen: { en: { one: '{n} selected', other: '{n} selected' }, ja: '{n}件を選択中' },
  chosenBar: { en: 'Selected entries', ja: '選択した記録' },
  tagThem: { en: 'Tag', ja: 'タグを付ける' },
  tagName: { en: 'Tag for the selected entries', ja: '選択した記録に付けるタグ' },
  starThem: { en: 'Star', ja: 'スターを付ける' },
  unstarThem: { en: 'Remove stars', ja: 'スターを外す' },
  linkThem: { en: 'Link as same event', ja: '同じ出来事として関連付け' },
  clearChosen: { en: 'Clear', ja: '選択を解除' },
  stopMarking: { en: 'Stop', ja: '中止' },
  marking: { en: '{done} of {total} written', ja: '{total}件中{done}件を書き込み済み' },
  markingName: { en: 'Writing marks', ja: '印の書き込み' },
  markedDone: {
    en: { one: '{n} entry marked.', other: '{n} entries marked.' },
    ja: '{n}件に印を付けました。',
  },
  markedNone: { en: 'All of them are marked already.', ja: 'すべてに付いています。' },
  markedStopped: {
    en: {
      one: '{n} entry was marked before that. {problem}',
      other: '{n} entries were marked before that. {problem}',
    },
    ja: 'その前に{n}件に印を付けました。{problem}',
  },
  reasonTagged: { en: 'Tag added: {tag}', ja: 'タグを付与：{tag}' },
  reasonSameEvent: {
    en: 'Same event as entry {number}',
    ja: '記録 {number}と同じ出来事',
  },

  // Keys and commands
  cmdFilterMenu: { en: 'Filter the timeline', ja: 'タイムラインを絞り込む' },
  cmdShowAll: { en: 'Show all entries', ja: 'すべての記録を表示' },
  keyChoose: { en: 'Select or unselect', ja: '選択・選択解除' },
  keyChooseMany: { en: 'Select further', ja: '選択を広げる' },
  keyChooseAll: { en: 'Select all that are shown', ja: '表示中の記録をすべて選択' },
  keyTagThem: { en: 'Tag the selected ones', ja: '選択した記録にタグを付ける' },
  cmdLogRows: {
    en: 'Show or hide log rows in the timeline',
    ja: 'タイムラインのログの行を表示・非表示',
  },

  // Rows of logs among the entries
  logRows: { en: 'Log rows', ja: 'ログの行' },
  logRowsKey: { en: 'Log rows among the entries (R)', ja: '記録の間にログの行を表示（R）' },
  countWithRows: { en: '{entries} · {rows}', ja: '{entries}・{rows}' },
  rowCount: { en: { one: '{n} log row', other: '{n} log rows' }, ja: 'ログ {n}行' },
  rowsSearching: { en: 'log rows: searching…', ja: 'ログの行を検索中…' },
  rowsHidden: {
    en: 'Log rows are hidden by the filter: rows have no {what}.',
    ja: 'ログの行は絞り込みで非表示です。行には{what}がありません。',
  },
  rowsLackAnd: { en: ', ', ja: '・' },
  rowsMissing: {
    en: 'The rows of these logs could not be opened: {files}. The reason stands in the view of the logs.',
    ja: '次のログの行を開けませんでした：{files}。理由はログの画面に表示しています。',
  },
  rowStage: { en: 'stage', ja: '段階' },
  rowKind: { en: 'kind of entry', ja: '記録の種類' },
  rowAccounts: { en: 'accounts', ja: 'アカウント' },
  rowTechniques: { en: 'techniques', ja: '技術' },
  rowTags: { en: 'tags', ja: 'タグ' },
  rowConfidence: { en: 'confidence', ja: '確度' },
  rowQuestion: { en: 'questions', ja: '疑問' },
  rowAuthor: { en: 'author', ja: '記録者' },
  rowStar: { en: 'star', ja: 'スター' },
  rowEvidence: { en: 'evidence of their own', ja: '個別の証拠' },
  rowCorrection: { en: 'corrections', ja: '訂正' },
  rowWithdrawal: { en: 'withdrawal', ja: '取り下げ' },
  showRows: { en: 'Show the log rows', ja: 'ログの行を表示' },
  stillCounting: { en: 'still being counted', ja: '集計中' },
  searching: { en: 'Searching…', ja: '検索中…' },
});
