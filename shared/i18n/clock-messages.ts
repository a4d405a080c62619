import { defineMessages } from './messages.ts';

/** The clocks of sources and of this machine, in the window and on the command line. */
export const clockMessages = defineMessages({
  title: { en: 'Clocks', ja: '時計' },
  command: {
    en: 'Clocks of sources and of this machine',
    ja: 'ソースの時計とこの端末の時計',
  },
  tabSources: { en: 'Sources', ja: 'ソース' },
  tabMachine: { en: 'This machine', ja: 'この端末' },
  readOnly: {
    en: 'This notebook is open for reading only, so nothing can be measured or checked.',
    ja: 'このノートブックは読み取り専用のため、測定や確認を書き込めません。',
  },

  // Sources
  noSources: {
    en: 'There are no sources yet. A log becomes one when it is imported; anything else that has a clock (a camera, a badge reader, somebody’s watch) is registered here.',
    ja: 'ソースはまだありません。ログは取り込むとソースになります。それ以外の時計を持つもの（カメラ、入退室装置、腕時計など）はここで登録します。',
  },
  sourceList: { en: 'Sources of times', ja: '時刻のソース' },
  withFile: { en: 'log file', ja: 'ログファイル' },
  withoutFile: { en: 'without a file', ja: 'ファイルなし' },
  entriesAndRows: { en: '{entries}, {rows}', ja: '{entries}、{rows}' },
  entryCount: { en: { one: '{n} entry', other: '{n} entries' }, ja: '記録{n}件' },
  rowCount: { en: { one: '{n} row', other: '{n} rows' }, ja: '{n}行' },
  contested: {
    en: 'Two people measured this without seeing each other’s measurement; the later one counts until somebody measures again.',
    ja: '互いの測定を見ずに書かれた値があります。測定し直すまで、後の値を使います。',
  },
  register: { en: 'Register a source without a file', ja: 'ファイルのないソースを登録' },
  registerName: { en: 'Name', ja: '名前' },
  registerPlaceholder: { en: 'Badge reader, gate 2', ja: '2番ゲートの入退室装置' },
  registerSave: { en: 'Register', ja: '登録' },
  registered: { en: '{name} is registered.', ja: '{name}を登録しました。' },
  nameMissing: { en: 'The source needs a name.', ja: 'ソースの名前が必要です。' },
  nameTooLong: { en: 'The name is too long.', ja: '名前が長すぎます。' },
  nameTaken: {
    en: 'There is a source with this name; entries could not say which of the two they mean.',
    ja: '同じ名前のソースがあります。記録がどちらを指すか区別できません。',
  },

  // Standing
  notMeasured: { en: 'not measured', ja: '未測定' },
  right: { en: 'right', ja: '正確' },
  ahead: { en: '{time} ahead', ja: '{time}進み' },
  behind: { en: '{time} behind', ja: '{time}遅れ' },
  plusMinus: { en: '{standing} ± {width}', ja: '{standing} ±{width}' },
  toAdd: { en: 'Added to its times: {offset}', ja: '時刻に足す値：{offset}' },
  measuredAt: { en: 'Measured {time}', ja: '測定 {time}' },
  measuredAtUnknown: { en: 'Measured at an unknown time', ja: '測定時刻は不明' },
  writtenBy: { en: 'written by {by}, {time}', ja: '記入 {by}、{time}' },
  nobody: { en: 'somebody without a name', ja: '名前なし' },
  history: { en: 'Measurements before', ja: '以前の測定' },

  // Measuring
  measure: { en: 'Measure this clock', ja: 'この時計を測定' },
  measureOf: { en: 'Clock of {name}', ja: '{name}の時計' },
  way: { en: 'What is known', ja: '分かっていること' },
  wayReadings: { en: 'Two readings of one moment', ja: '同じ瞬間の2つの表示' },
  wayOffset: { en: 'The offset', ja: '時刻のずれ' },
  showed: { en: 'It showed', ja: 'この時計の表示' },
  reference: { en: 'when the reference showed', ja: '基準の時計の表示' },
  readingHint: {
    en: 'With date and zone where they differ: 2024-03-01 05:02:10Z. Read in {zone} without a zone.',
    ja: '日付やタイムゾーンが異なるときは書いてください（例：2024-03-01 05:02:10Z）。省略時は{zone}です。',
  },
  offset: { en: 'Added to its times', ja: '時刻に足す値' },
  offsetHint: {
    en: '+00:03:12 for a clock that is behind, -00:03:12 for one that is ahead',
    ja: '遅れている時計は+00:03:12、進んでいる時計は-00:03:12',
  },
  width: { en: '± (half width)', ja: '±（誤差の幅）' },
  widthHint: { en: '2s, 1m; empty: ± {width}', ja: '2s、1mなど。空欄なら±{width}' },
  widthHintNone: { en: '2s, 1m; empty: none', ja: '2s、1mなど。空欄なら幅なし' },
  when: { en: 'Measured at', ja: '測定時刻' },
  whenHint: { en: 'Empty: not known', ja: '空欄：不明' },
  how: { en: 'How, and against what', ja: '測定方法と基準' },
  howPlaceholder: {
    en: 'Its display beside a radio clock, by telephone',
    ja: '電話で、電波時計と画面の表示を比べた',
  },
  saveMeasurement: { en: 'Save the measurement', ja: '測定を保存' },
  measured: {
    en: 'The clock of {name} is measured: {standing}.',
    ja: '{name}の時計の測定を保存しました（{standing}）。',
  },
  badTime: { en: 'This is not a time.', ja: '時刻として解釈できません。' },
  badReading: {
    en: 'A clock shows one moment: no day, interval, "about" or "before".',
    ja: '時計の表示は一瞬の時刻です。日付だけ、期間、「約」「より前」は使えません。',
  },
  ambiguousTime: {
    en: 'Clocks were changed then: add an offset such as +09:00.',
    ja: '時計の切り替えの時刻です。+09:00のように時差を付けてください。',
  },
  noDate: {
    en: 'Write its date too: the two times lie on different days.',
    ja: '2つの時刻の日付が異なるため、こちらにも日付を書いてください。',
  },
  badOffset: {
    en: 'Write a sign and hours, minutes, seconds: +00:03:12 or +3m12s.',
    ja: '符号と時・分・秒で書いてください（例：+00:03:12、+3m12s）。',
  },
  badWidth: { en: 'Write it like 2s or 1m.', ja: '2sや1mのように書いてください。' },
  howMissing: {
    en: 'Say how it was measured, or nobody can judge it later.',
    ja: '測定方法を書いてください。後から確かめられなくなります。',
  },

  // What will happen
  willBe: {
    en: '{showed} on {name} is {true} true time.',
    ja: '{name}の{showed}は、実際には{true}です。',
  },
  willMoveRows: {
    en: '{entries} and {rows} move.',
    ja: '{entries}と{rows}が移動します。',
  },
  willMoveEntries: { en: '{entries} will move.', ja: '{entries}が移動します。' },
  willMoveNothing: {
    en: 'Nothing in the notebook is from this source yet.',
    ja: 'このソースの記録はまだありません。',
  },
  willStay: {
    en: 'This is what the notebook assumes already; nothing moves.',
    ja: '現在の値と同じため、移動するものはありません。',
  },
  rawKept: {
    en: 'The times that the source showed stay beside the corrected ones.',
    ja: 'ソースが示した元の時刻も併せて残ります。',
  },

  // This machine
  machineText: {
    en: 'Times of writing are what this machine’s clock showed. Hold it against a better clock now and then: a radio clock, a telephone, the plant’s time server.',
    ja: '書いた時刻はこの端末の時計によります。ときどき、より正確な時計（電波時計、電話、構内の時刻サーバーなど）と比べてください。',
  },
  neverChecked: {
    en: 'Nobody has checked this machine’s clock in this notebook.',
    ja: 'このノートブックでは、この端末の時計はまだ確認されていません。',
  },
  check: { en: 'Check against a reference', ja: '基準と比べる' },
  checkReference: { en: 'Reference', ja: '基準' },
  checkReferencePlaceholder: { en: 'Radio clock in the control room', ja: '制御室の電波時計' },
  checkShowed: { en: 'It shows', ja: '基準の表示' },
  checkShowedHint: {
    en: 'Type the coming second, and press Enter when the reference shows it.',
    ja: '次に来る時刻を入力し、基準がその時刻を示した瞬間にEnterを押してください。',
  },
  checkNote: { en: 'Note (optional)', ja: 'メモ（任意）' },
  checkSave: { en: 'Compare now', ja: '今すぐ比べる' },
  checkWould: {
    en: 'If it shows that now, this machine is {standing}.',
    ja: '今それを示しているなら、この端末は{standing}です。',
  },
  checked: {
    en: 'Checked: this machine is {standing}.',
    ja: '確認しました。この端末は{standing}です。',
  },
  referenceMissing: {
    en: 'Say what it was held against.',
    ja: '何と比べたかを書いてください。',
  },
  checks: { en: 'Checks', ja: '確認' },
  checkLine: { en: '{standing} against {reference}', ja: '{reference}に対して{standing}' },
  jumps: { en: 'Jumps', ja: '時計の飛び' },
  jumpsText: {
    en: 'Somebody or something set the clock while the notebook was open. The order of entries does not depend on it.',
    ja: 'ノートブックを開いている間に時計が変更されました。記録の順序には影響しません。',
  },
  noJumps: { en: 'No jump was seen.', ja: '時計の飛びはありません。' },
  jumpForward: { en: '{time} forward', ja: '{time}進んだ' },
  jumpBack: { en: '{time} back', ja: '{time}戻った' },
  jumpBetween: { en: 'between entries {before} and {after}', ja: '記録{before}と{after}の間' },
  jumpAfter: { en: 'after entry {before}', ja: '記録{before}の後' },
  jumpBefore: { en: 'before entry {after}', ja: '記録{after}の前' },
  jumpAlone: { en: 'no entry of this device around it', ja: '前後にこの端末の記録なし' },
  thisDevice: { en: '{device} (this machine)', ja: '{device}（この端末）' },
  unknownDevice: { en: 'unknown device', ja: '不明な端末' },
  entryLink: { en: 'Entry {number}', ja: '記録{number}' },
  jumpBanner: {
    en: 'This machine’s clock jumped {by} at {time}. It is recorded; compare the clock with a better one.',
    ja: '{time}にこの端末の時計が{by}ことを記録しました。正確な時計と比べてください。',
  },
  showClocks: { en: 'Show the clocks', ja: '時計を表示' },
  dismiss: { en: 'Dismiss', ja: '閉じる' },

  // Command line
  helpSource: {
    en: `kiroku source add FOLDER NAME... [--by NAME] [--json]
kiroku source list FOLDER [--json]
kiroku source clock FOLDER SOURCE --how TEXT --offset +00:03:12
    [--plus-minus 2s] [--measured-at TIME] [--zone Asia/Tokyo] [--by NAME] [--json]
kiroku source clock FOLDER SOURCE --how TEXT --showed TIME --when TIME [...]

A source is anything whose clock gives times. Imported logs are sources already; "add" registers
one without a file. SOURCE is its name or its id.
"clock" writes down how far its clock was off. --offset is what is added to the times it showed to
get true time: +00:03:12 for a clock that is behind, -00:03:12 for one that is ahead. Or say that
it showed one time (--showed) when a right clock showed another (--when), and the offset is worked
out; without --plus-minus it is as doubtful as such readings are. Times are read in the incident's
zone unless --zone or the time itself names another. What the source showed stays as it is; entries
are shown and sorted by true time.`,
    ja: `kiroku source add FOLDER NAME... [--by NAME] [--json]
kiroku source list FOLDER [--json]
kiroku source clock FOLDER SOURCE --how TEXT --offset +00:03:12
    [--plus-minus 2s] [--measured-at TIME] [--zone Asia/Tokyo] [--by NAME] [--json]
kiroku source clock FOLDER SOURCE --how TEXT --showed TIME --when TIME [...]

ソースとは、時刻を示す時計を持つものです。取り込んだログはソースになっています。addはファイルの
ないソースを登録します。SOURCEは名前またはIDです。
clockは時計のずれを書き込みます。--offsetは、示された時刻に足すと正しい時刻になる値です。遅れている
時計は+00:03:12、進んでいる時計は-00:03:12です。ある時刻（--showed）を示したとき正しい時計が別の時刻
（--when）だったと書けば、ずれを計算します。--plus-minusを省くと、表示の細かさに応じた幅になります。
時刻は、--zoneや時刻自身の指定がなければインシデントのタイムゾーンで読みます。ソースが示した時刻は
そのまま残り、記録は正しい時刻で表示し、並べ替えます。`,
  },
  helpClock: {
    en: `kiroku clock check FOLDER --reference TEXT --showed TIME [--when TIME]
    [--plus-minus 1s] [--note TEXT] [--zone Asia/Tokyo] [--by NAME] [--json]
kiroku clock list FOLDER [--json]

"check" holds this machine's clock against a better one: --showed is what the reference showed, now
or when this machine showed --when. "list" shows the checks, and the jumps that were noticed while
a notebook was open.`,
    ja: `kiroku clock check FOLDER --reference TEXT --showed TIME [--when TIME]
    [--plus-minus 1s] [--note TEXT] [--zone Asia/Tokyo] [--by NAME] [--json]
kiroku clock list FOLDER [--json]

checkはこの端末の時計をより正確な時計と比べます。--showedは基準の表示です（今、またはこの端末が
--whenを示したとき）。listは確認の結果と、ノートブックを開いている間に気付いた時計の飛びを表示します。`,
  },
  unknownSource: {
    en: 'There is no source "{source}" in this notebook; `kiroku source list` shows them.',
    ja: 'このノートブックにソース「{source}」はありません。一覧は kiroku source list で表示できます。',
  },
  sourceNotUnique: {
    en: 'Several sources are called "{source}"; name it by its id.',
    ja: '「{source}」という名前のソースが複数あります。IDで指定してください。',
  },
  offsetOrReadings: {
    en: 'Say either --offset, or --showed and --when.',
    ja: '--offsetか、--showedと--whenのどちらかを指定してください。',
  },
  badOption: { en: '{option} "{value}": {problem}', ja: '{option}「{value}」：{problem}' },
  sourceAdded: { en: 'Registered "{name}": {id}', ja: '「{name}」を登録しました：{id}' },
  sourceLine: { en: '{name}: {standing}', ja: '{name}：{standing}' },
  detailLine: { en: '{offset}; {when}: {how}', ja: '{offset}、{when}：{how}' },
  deviceLine: { en: 'Clock of {device}', ja: '{device}の時計' },
  checkAtLine: {
    en: '{time}  {standing} against {reference}',
    ja: '{time}  {reference}に対して{standing}',
  },
  jumpAtLine: { en: '{time}  jumped {by}, {where}', ja: '{time}  {by}（{where}）' },
  showSources: { en: 'Sources ({n})', ja: 'ソース（{n}件）' },
  showMachineClocks: { en: 'Machine clocks', ja: '端末の時計' },
});
