import { defineMessages } from './messages.ts';

/** Words of the view in which a notebook goes out as a bundle, copies come in, and people settle what differs. */
export const sharingMessages = defineMessages({
  title: { en: 'Sharing', ja: '共有' },
  tabs: { en: 'Parts of sharing', ja: '共有の内容' },
  tabBundle: { en: 'Make a bundle', ja: '共有ファイルを作成' },
  tabTake: { en: 'Take in a copy', ja: '複製を取り込む' },
  tabDevices: { en: 'Devices', ja: '端末' },
  tabConflicts: { en: 'Conflicts', ja: '食い違い' },
  tabSeals: { en: 'Seals', ja: '封印' },
  readOnly: {
    en: 'This notebook is open for reading only. Nothing was changed.',
    ja: 'このノートブックは読み取り専用です。何も変更していません。',
  },

  // Making a bundle
  bundleLead: {
    en: 'One file with every line and its evidence, for a stick or a colleague. It opens without Kiroku too: unzip, sha256sum -c and python3 verify.py check it.',
    ja: 'すべての行と証拠を1つのファイルにまとめます。USBメモリーや同僚に渡せます。Kirokuがなくても、unzip・sha256sum -c・python3 verify.pyで確認できます。',
  },
  bundleFor: { en: 'For', ja: '渡す相手' },
  forAnybody: { en: 'Anybody: all evidence', ja: '限定しない（証拠をすべて含める）' },
  forDevice: {
    en: '{device}: without the evidence it has',
    ja: '{device}（その端末にある証拠を省く）',
  },
  largest: { en: 'Largest evidence file', ja: '証拠ファイルの上限' },
  largestNone: { en: 'No limit', ja: '上限なし' },
  largestOf: { en: 'Up to {size}', ja: '{size}まで' },
  split: { en: 'Cut into files', ja: 'ファイルの分割' },
  splitNone: { en: 'No, one file', ja: '分割しない' },
  splitFat: { en: 'Below 4 GiB (FAT32 sticks)', ja: '4 GiB未満（FAT32のUSBメモリー）' },
  splitCd: { en: 'Below 650 MiB (CD)', ja: '650 MiB未満（CD）' },
  splitMail: { en: 'Below 20 MB (mail)', ja: '20 MB未満（メール）' },
  parts: { en: 'Files', ja: 'ファイル' },
  partsHint: {
    en: 'All of these and {manifest} belong together. To take the bundle in, choose any of them.',
    ja: 'これらと{manifest}をすべてそろえて渡してください。取り込むときは、どれか1つを選びます。',
  },
  lock: { en: 'Encrypt', ja: '暗号化' },
  lockNone: { en: 'No', ja: 'しない' },
  lockNoneHint: {
    en: 'Whoever finds this file can read the case. The notebook on this disk is not encrypted either: that is for the encryption of the whole disk (BitLocker, FileVault, LUKS).',
    ja: 'このファイルを手にした人は内容を読めます。このディスク上のノートブックも暗号化されていません。ディスク全体の暗号化（BitLocker、FileVault、LUKS）を使ってください。',
  },
  lockPassphrase: { en: 'With a passphrase (age)', ja: 'パスフレーズ（age）' },
  lockRecipients: { en: 'For recipients (age)', ja: '受信者の公開鍵（age）' },
  passphrase: { en: 'Passphrase', ja: 'パスフレーズ' },
  passphraseHint: {
    en: 'Tell it on another way than the file. Nobody can open the bundle without it, and Kiroku does not keep it.',
    ja: 'ファイルとは別の手段で伝えてください。これがないと誰も開けません。Kirokuには残りません。',
  },
  passphraseMissing: { en: 'Type a passphrase.', ja: 'パスフレーズを入力してください。' },
  recipients: { en: 'Recipients', ja: '受信者' },
  recipientsHint: {
    en: 'One public key a line; each begins with age1.',
    ja: '公開鍵を1行に1つ。いずれも「age1」で始まります。',
  },
  recipientsMissing: {
    en: 'Give at least one public key.',
    ja: '公開鍵を1つ以上入力してください。',
  },
  makeBundle: { en: 'Make the bundle', ja: '共有ファイルを作成' },
  bundling: { en: 'Writing and reading back', ja: '書き込みと読み返し' },
  stop: { en: 'Stop', ja: '中止' },
  bundled: {
    en: 'The bundle is complete and was read back.',
    ja: '共有ファイルを作成し、読み返して確認しました。',
  },
  place: { en: 'File', ja: 'ファイル' },
  size: { en: 'Size', ja: 'サイズ' },
  sha256: { en: 'SHA-256', ja: 'SHA-256' },
  holds: { en: 'Holds', ja: '内容' },
  holdsValue: {
    en: '{lines} lines, {evidence} evidence files',
    ja: '{lines}行、証拠{evidence}件',
  },
  bundleSeal: { en: 'Seal', ja: '封印' },
  bundleSealHint: {
    en: 'Read these words to whoever gets the bundle: theirs are the same when nothing was changed.',
    ja: '受け取る人に読み上げてください。内容が変わっていなければ同じ12語になります。',
  },
  leftOut: { en: 'Left out', ja: '省いたもの' },
  leftTooLarge: { en: '{no}: too large ({size})', ja: '{no}：上限超過（{size}）' },
  leftKnown: { en: '{no}: the receiver has it', ja: '{no}：相手の端末にあり' },
  leftMissing: { en: '{no}: its file is missing here', ja: '{no}：ファイルがここにない' },
  changed: {
    en: 'The content of {n} evidence files is not what was taken in; they are in the bundle as they are now. Run Verify.',
    ja: '取り込み時と内容が異なる証拠ファイルが{n}件あります。現在の内容のまま入れました。「検証」を実行してください。',
  },
  bundleDiskFull: {
    en: 'The disk is full. Nothing is left of the bundle: make room, or choose another disk.',
    ja: 'ディスクに空きがありません。書きかけのものは残っていません。空きを作るか、別のディスクを選んでください。',
  },
  bundleReadFailed: {
    en: 'A file of this notebook could not be read ({detail}). No bundle was made: run Verify.',
    ja: 'このノートブックのファイルを読み取れません（{detail}）。共有ファイルは作成していません。「検証」を実行してください。',
  },

  // Taking in
  takeLead: {
    en: 'Takes over what another copy of this notebook has and this one lacks. First it is only looked at; nothing changes before you say so.',
    ja: 'このノートブックの別の複製にあって、ここにないものを取り込みます。まず内容を確認するだけで、承認するまで何も変更しません。',
  },
  pickBundle: { en: 'Choose a bundle', ja: '共有ファイルを選択' },
  pickFolder: { en: 'Choose a folder', ja: 'フォルダーを選択' },
  looking: { en: 'Reading and checking {name}', ja: '{name}を読み取り、検証しています' },
  needsKey: { en: '{name} is encrypted.', ja: '{name}は暗号化されています。' },
  keyKind: { en: 'Open with', ja: '開く方法' },
  keyPassphrase: { en: 'Passphrase', ja: 'パスフレーズ' },
  keyIdentity: { en: 'age identity', ja: 'ageの秘密鍵' },
  identity: { en: 'Identity', ja: '秘密鍵' },
  identityHint: {
    en: 'The line of the key file that begins with AGE-SECRET-KEY-. It is not kept.',
    ja: '鍵ファイルの「AGE-SECRET-KEY-」で始まる行。保存しません。',
  },
  badIdentity: {
    en: 'This is no age identity (they begin with "AGE-SECRET-KEY-").',
    ja: 'ageの秘密鍵ではありません（「AGE-SECRET-KEY-」で始まります）。',
  },
  open: { en: 'Open', ja: '開く' },
  wouldBring: { en: 'What {from} would bring', ja: '{from}から取り込まれるもの' },
  brought: { en: 'Taken over from {from}', ja: '{from}から取り込みました' },
  nothingNew: {
    en: '{from} holds nothing that is not here already.',
    ja: '{from}に、ここにないものはありません。',
  },
  bringLines: { en: { one: '{n} new line', other: '{n} new lines' }, ja: '新しい行：{n}' },
  bringEntries: { en: { one: '{n} new entry', other: '{n} new entries' }, ja: '新しい記録：{n}件' },
  bringEvidence: {
    en: { one: '{n} evidence file ({size})', other: '{n} evidence files ({size})' },
    ja: '証拠ファイル：{n}件（{size}）',
  },
  bringMissing: {
    en: {
      one: '{n} evidence file is named and lies in neither copy',
      other: '{n} evidence files are named and lie in neither copy',
    },
    ja: '記載があるのにどちらの複製にもない証拠ファイル：{n}件',
  },
  bringLeftOut: {
    en: {
      one: '{n} evidence file was left out on purpose by whoever made the bundle',
      other: '{n} evidence files were left out on purpose by whoever made the bundle',
    },
    ja: '共有ファイルの作成者が意図して省いた証拠ファイル：{n}件',
  },
  bringConflicts: {
    en: {
      one: '{n} thing was written differently on both sides; you settle it afterwards',
      other: '{n} things were written differently on both sides; you settle them afterwards',
    },
    ja: '両方で異なる内容が書かれたもの：{n}件（取り込み後に人が判断します）',
  },
  ofDevice: { en: '{device} ({user}@{host})', ja: '{device}（{user}@{host}）' },
  unnamedDevice: { en: 'Unnamed device', ja: '名前のない端末' },
  deviceLines: { en: { one: '{n} line', other: '{n} lines' }, ja: '{n}行' },
  newKey: {
    en: 'New here. Have its owner read the twelve words from their Devices list and compare:',
    ja: '初めての端末です。持ち主に、その「端末」一覧の12語を読み上げてもらい、照合してください。',
  },
  compared: {
    en: 'I compared these words with the owner of {device}',
    ja: '{device}の持ち主とこの12語を照合した',
  },
  comparedMissing: {
    en: 'Compare the words of each new device, or say that you take them over uncompared.',
    ja: '初めての端末の12語を照合するか、照合せずに取り込むことを選んでください。',
  },
  uncompared: {
    en: 'Take over without comparing (the devices stay marked as not compared)',
    ja: '照合せずに取り込む（端末は「未照合」のままになります）',
  },
  clockAhead: {
    en: 'Its clock was at least {by} ahead of this device.',
    ja: '時計はこの端末より少なくとも{by}進んでいました。',
  },
  clockBehind: {
    en: 'Its clock was at least {by} behind this device.',
    ja: '時計はこの端末より少なくとも{by}遅れていました。',
  },
  fork: {
    en: 'Feed {feed} goes on in two different ways from line number {number}: somebody wrote with one key in two places. Both are kept, and neither counts from there.',
    ja: 'フィード{feed}は番号{number}から2通りに続いています。1つの鍵で2か所に書かれています。両方を残し、そこから先はどちらも数えません。',
  },
  acceptForks: {
    en: 'I have read this and want both kept',
    ja: '内容を確認し、両方を残す',
  },
  take: { en: 'Take over', ja: '取り込む' },
  taking: { en: 'Joining', ja: '取り込んでいます' },
  another: { en: 'Choose another', ja: '別のものを選択' },
  refused: { en: 'Nothing was taken over', ja: '何も取り込んでいません' },
  settleThem: { en: 'Settle the conflicts', ja: '食い違いを確認' },
  giveBack: {
    en: 'To let them have yours too, make a bundle for them.',
    ja: 'こちらの内容も渡すには、相手用の共有ファイルを作成してください。',
  },
  notRecorded: {
    en: 'The lines are here, but the one that tells of the joining could not be written: look at the disk and take the copy in again.',
    ja: '行は取り込みましたが、取り込みの記録を書き込めませんでした。ディスクを確認し、もう一度取り込んでください。',
  },
  notPicked: {
    en: 'Choose the bundle or folder again.',
    ja: '共有ファイルまたはフォルダーを選び直してください。',
  },
  busy: {
    en: 'Files are still being copied or read. Wait until they are done and take the copy over then.',
    ja: 'ファイルの取り込みまたは読み取りが終わっていません。終わってから取り込んでください。',
  },
  takeDiskFull: {
    en: 'The disk is full. Nothing was taken over: make room and try again.',
    ja: 'ディスクに空きがありません。何も取り込んでいません。空きを作ってからやり直してください。',
  },
  lockedBy: {
    en: '{holder} has this notebook open for writing. Nothing was taken over.',
    ja: '{holder}がこのノートブックを書き込み用に開いています。何も取り込んでいません。',
  },
  notWritable: {
    en: 'This folder cannot be written to. Nothing was taken over.',
    ja: 'このフォルダーに書き込めません。何も取り込んでいません。',
  },
  takeFailed: {
    en: 'The disk failed while joining ({detail}). The notebook is as it was, or is finished when it is opened next: run Verify.',
    ja: '取り込み中にディスクの障害が起きました（{detail}）。ノートブックは元のままか、次に開いたときに完了します。「検証」を実行してください。',
  },
  copyGone: {
    en: '{name} is not there any more. Nothing was taken over.',
    ja: '{name}が見つかりません。何も取り込んでいません。',
  },

  // Devices
  devicesLead: {
    en: 'Every device that wrote in this notebook, with the key that signs its lines. The words of a key are the same on every copy.',
    ja: 'このノートブックに書いた端末と、行に署名する鍵の一覧です。鍵の12語はどの複製でも同じです。',
  },
  thisDevice: { en: 'This device', ja: 'この端末' },
  keyWords: { en: 'Key in twelve words', ja: '鍵の12語' },
  feed: { en: 'Feed', ja: 'フィード' },
  knownSince: { en: 'Known here since', ja: 'ここで知られた日時' },
  knownFromStart: { en: 'Began writing', ja: '書き始め' },
  lastLine: { en: 'Lines here', ja: 'ここにある行' },
  lacks: { en: 'What it lacked when it wrote last', ja: '最後に書いた時点で持っていなかったもの' },
  lacksNothing: { en: 'nothing', ja: 'なし' },
  lacksOf: {
    en: { one: '{n} line of {device}', other: '{n} lines of {device}' },
    ja: '{device}の{n}行',
  },
  continues: { en: 'Continues {feed}', ja: '{feed}の続き' },
  goesOnAs: { en: 'Goes on as {feed}', ja: '{feed}に引き継ぎ' },
  copyWords: { en: 'Copy the words of {device}', ja: '{device}の12語をコピー' },
  takenFrom: { en: 'Copies taken in', ja: '取り込んだ複製' },
  takenRow: {
    en: '{from}: {lines} lines, {evidence} evidence files',
    ja: '{from}：{lines}行、証拠{evidence}件',
  },
  noneTaken: { en: 'No copy has been taken in yet.', ja: 'まだ何も取り込んでいません。' },

  // Conflicts
  conflictsLead: {
    en: 'Written differently by people who had not read each other. Each value stays until somebody who has read all of them decides; nothing is deleted.',
    ja: '互いの記載を読まずに異なる内容が書かれたものです。すべてを読んだ人が決めるまで、どの値も残ります。何も削除しません。',
  },
  noConflicts: { en: 'Nobody disagrees with anybody.', ja: '食い違いはありません。' },
  noConflictsText: {
    en: 'When copies are joined, what people wrote differently is shown here side by side.',
    ja: '複製を取り込んだとき、異なる内容が書かれたものをここに並べて示します。',
  },
  conflictOf: { en: '{what}: {name}', ja: '{what}：{name}' },
  conflictField: { en: '{field} of {what} {name}', ja: '{what}「{name}」の{field}' },
  conflictIncident: { en: '{field} of the incident', ja: 'インシデントの{field}' },
  side: { en: 'Written by {by}', ja: '記入者：{by}' },
  sideClock: { en: '{device}, by its own clock', ja: '{device}の時計による' },
  letStand: { en: 'Let this stand', ja: 'この内容にする' },
  letStandName: { en: 'Let what {by} wrote stand', ja: '{by}の記載にする' },
  settled: { en: 'Decided and written down', ja: '決定を記録しました' },
  settleReason: { en: 'Decided after a joining of copies', ja: '複製の取り込み後に決定' },
  cannotSettle: {
    en: 'This cannot be decided here: write it anew where it was made.',
    ja: 'ここでは決められません。元の画面で書き直してください。',
  },
  writeBoth: { en: 'Write it anew', ja: '書き直す' },
  withdrawn: { en: 'withdrawn: {reason}', ja: '取り消し：{reason}' },
  restored: { en: 'not withdrawn: {reason}', ja: '取り消さない：{reason}' },
  emptyValue: { en: 'nothing', ja: '空' },
  listMore: { en: '{name}: {value}', ja: '{name}：{value}' },

  // Seals
  sealsLead: {
    en: 'A seal is one value that changes with any line. Write it on paper, read it aloud, have it signed: paper cannot be rewritten.',
    ja: '封印は、どの行が変わっても変わる1つの値です。紙に書く、読み上げる、署名をもらうなどして残してください。紙は書き換えられません。',
  },
  sealNow: { en: 'Of what is here now', ja: '現在の内容' },
  sealWords: { en: 'Twelve words', ja: '12語' },
  sealValue: { en: 'Value', ja: '値' },
  sealQr: { en: 'The seal as a QR code', ja: '封印のQRコード' },
  makeSeal: { en: 'Write a seal into the notebook', ja: '封印をノートブックに書き込む' },
  sealMade: { en: 'Sealed {lines} lines', ja: '{lines}行を封印しました' },
  sealFailed: {
    en: 'The seal could not be written. {reason}',
    ja: '封印を書き込めませんでした。{reason}',
  },
  changeKey: { en: 'Seal and change the key…', ja: '封印して鍵を変更…' },
  changeKeyTitle: { en: 'Seal and change the key', ja: '封印して鍵を変更' },
  changeKeyDoes: {
    en: 'A seal is written, and then the last line under the present key: it names a new key of this device. You go on writing under that one.',
    ja: '封印を書き込み、続けて現在の鍵での最後の行を書き込みます。この行は、この端末の新しい鍵を指定します。以後はその鍵で書き込みます。',
  },
  changeKeyWhy: {
    en: 'Whoever gets hold of the old key later cannot add to what is sealed without being noticed. Everything written so far stays, and stays provable.',
    ja: '後で古い鍵が他人の手に渡っても、封印した内容に気付かれずに書き足すことはできません。これまでの記載は残り、引き続き検証できます。',
  },
  changeKeyTraces: {
    en: 'The old key is removed from this computer; its disk and backups may keep traces. The words of this device change: others compare them anew.',
    ja: '古い鍵はこのコンピューターから削除しますが、ディスクやバックアップに痕跡が残ることがあります。この端末の12語は変わるため、ほかの人にはあらためて照合してもらってください。',
  },
  changeKeyNow: { en: 'Seal and change', ja: '封印して変更' },
  keyChanged: {
    en: 'Sealed, and the key was changed. What you write now is signed with the new one.',
    ja: '封印し、鍵を変更しました。これから書き込む内容には新しい鍵で署名します。',
  },
  keyNotChanged: {
    en: 'The key could not be changed. {reason}',
    ja: '鍵を変更できませんでした。{reason}',
  },
  keyDiskFull: {
    en: 'The disk is full: the key was not changed, and what is saved is safe. Make room and try again.',
    ja: 'ディスクに空きがないため、鍵を変更していません。保存済みの内容は無事です。空きを作ってからやり直してください。',
  },
  keyBusy: {
    en: 'Files are being copied. Wait until that is done, then change the key.',
    ja: 'ファイルをコピーしています。終わってから鍵を変更してください。',
  },
  copySealWords: { en: 'Copy the twelve words', ja: '12語をコピー' },
  copySealValue: { en: 'Copy the value', ja: '値をコピー' },
  checkSeal: { en: 'Check a seal from paper', ja: '紙の封印を照合' },
  sealText: { en: 'Twelve words, or the value', ja: '12語または値' },
  check: { en: 'Check', ja: '照合' },
  sealIsNow: {
    en: 'This seal is of everything that is here now.',
    ja: 'この封印は、現在ここにあるすべてに対するものです。',
  },
  sealHolds: {
    en: 'Written by {by} on {at}, and it still holds: every line it names is here, unchanged.',
    ja: '{at}に{by}が書いた封印で、いまも成り立ちます。対象の行はすべて変わらずここにあります。',
  },
  sealBroken: {
    en: 'Written here by {by} on {at}, but the notebook is damaged now. Run Verify to see whether what was sealed is.',
    ja: '{at}に{by}がここで書いた封印ですが、ノートブックが壊れています。封印の対象に及ぶかどうかを「検証」で確認してください。',
  },
  sealUnknown: {
    en: 'No line here holds this seal, and it is not that of what is here now: lines were taken out or rewritten after it was printed, or it is of another notebook or a later state.',
    ja: 'この封印を持つ行はなく、現在の内容の封印とも一致しません。印刷後に行が取り除かれたか書き直されたか、別のノートブックまたは後の状態の封印です。',
  },
  notSealWords: {
    en: 'These are not twelve words of a seal nor its digits: a word is misspelt or missing.',
    ja: '封印の12語でも値でもありません。語の誤りか抜けがあります。',
  },
  sealsWritten: { en: 'Seals written here', ja: '書き込まれた封印' },
  noSeals: { en: 'None yet.', ja: 'まだありません。' },
  sealRow: { en: '{by}, {lines} lines', ja: '{by}、{lines}行' },

  copied: { en: 'Copied', ja: 'コピーしました' },
  notCopied: {
    en: 'The clipboard did not take it. Select the text and copy it by hand.',
    ja: 'クリップボードに書き込めませんでした。文字列を選択してコピーしてください。',
  },
});
