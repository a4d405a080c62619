import { defineMessages } from './messages.ts';

/** Words for looking into a copy, and for what was found of it. */
export const viewerMessages = defineMessages({
  open: { en: 'Look into it', ja: '中身を見る' },
  title: { en: '{no} {name}', ja: '{no} {name}' },
  close: { en: 'Close', ja: '閉じる' },
  look: { en: 'Shown as', ja: '表示' },
  hex: { en: 'Bytes (hex)', ja: 'バイト列（16進）' },
  strings: { en: 'Printable strings', ja: '文字列' },
  picture: { en: 'Picture (PNG, JPEG)', ja: '画像（PNG・JPEG）' },
  pictureOf: { en: 'Picture in {name}', ja: '{name}の画像' },
  before: { en: 'Before', ja: '前へ' },
  after: { en: 'After', ja: '次へ' },
  jump: { en: 'Go to byte', ja: 'バイト位置へ移動' },
  badOffset: {
    en: 'A place in the file: 128000 or 0x1f400.',
    ja: 'ファイル内の位置を128000や0x1f400の形で入力してください。',
  },
  place: { en: 'Bytes {from} to {to} of {size}', ja: '{size}バイト中{from}から{to}まで' },
  empty: { en: 'The file is empty.', ja: 'ファイルは空です。' },
  noStrings: {
    en: 'No run of four printable letters on this page.',
    ja: 'この範囲に4文字以上の文字列はありません。',
  },
  noNotebook: { en: 'The notebook is closed.', ja: 'ノートブックが閉じられています。' },
  unreadable: {
    en: 'The copy cannot be read: it is gone, was replaced, or is held back by the system or by an antivirus program. Look into the evidence folder and the quarantine.',
    ja: '複製を読み取れません。消えたか、置き換えられたか、システムやウイルス対策ソフトが遮断しています。evidenceフォルダーと隔離先を確認してください。',
  },
  notAPicture: {
    en: 'It is no PNG or JPEG picture. Nothing else is decoded here: look at its bytes or strings.',
    ja: 'PNG・JPEG画像ではありません。ここではほかの形式を復号しません。バイト列か文字列を見てください。',
  },
  tooLarge: {
    en: 'The picture is too large to be shown safely. Look at its bytes, or copy it to a machine made for that.',
    ja: '画像が大きすぎるため、安全に表示できません。バイト列を見るか、専用の端末に複製してください。',
  },
  broken: {
    en: 'The picture is damaged or was made to harm: it could not be decoded.',
    ja: '画像が壊れているか、不正に作られているため、復号できませんでした。',
  },

  // Whether the copy is as it was
  check: { en: 'Check the copy', ja: '複製を確認' },
  checking: { en: 'Reading it', ja: '読み取っています' },
  whole: {
    en: 'The copy is there and has the hashes that were recorded.',
    ja: '複製はあり、ハッシュ値は記録と一致しました。',
  },
  missing: {
    en: 'The copy is not there. An antivirus program may have taken it into quarantine, or somebody removed it from the folder. What is recorded of it stays. Bring it back from quarantine, from another copy of the notebook, or add the original again: the same content gets its place back.',
    ja: '複製がありません。ウイルス対策ソフトが隔離したか、フォルダーから削除された可能性があります。記録は残っています。隔離先やノートブックの別の複製から戻すか、元のファイルをもう一度追加してください（同じ内容なら元の場所に戻ります）。',
  },
  changed: {
    en: 'The copy is not what was recorded: its content, its size or one of its hashes is another. Keep it as it is, note who had access, and bring the right one back from another copy of the notebook, or add the original again.',
    ja: '複製が記録と一致しません（内容・サイズ・ハッシュ値のいずれか）。そのまま保全し、触れた可能性のある人を記録したうえで、ノートブックの別の複製から正しいものを戻すか、元のファイルをもう一度追加してください。',
  },
  unreadableCopy: {
    en: 'The copy cannot be read: in its place is a link or a folder, or the system or an antivirus program holds it back.',
    ja: '複製を読み取れません。リンクやフォルダーに置き換えられたか、システムやウイルス対策ソフトが遮断しています。',
  },
  amiss: {
    en: { one: '{n} copy is not as it should be', other: '{n} copies are not as they should be' },
    ja: '{n}個の複製に異常があります',
  },
  recheck: { en: 'Read it again and compare', ja: '読み直して照合' },
  recheckSame: {
    en: 'It is the same as when it was recorded. This stands in its custody now.',
    ja: '記録時と同じです。結果を履歴に記録しました。',
  },
  recheckDiffers: {
    en: 'It is not the same as when it was recorded. This stands in its custody now.',
    ja: '記録時と異なります。結果を履歴に記録しました。',
  },
  recheckPieces: {
    en: { one: '{n} piece of {size} differs.', other: '{n} pieces of {size} differ.' },
    ja: '{size}ごとの部分のうち{n}個が異なります。',
  },
  recheckFailed: { en: 'It was not read: {reason}', ja: '読み取れませんでした：{reason}' },
});
