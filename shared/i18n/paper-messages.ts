import { defineMessages } from './messages.ts';

/** Words of what is printed to be filled in or stuck on, and of what is entered from it later. */
export const paperMessages = defineMessages({
  labelsTitle: { en: 'Labels for bags', ja: '証拠袋用ラベル' },
  labelsHint: {
    en: 'Print at full size on plain paper or A4 labels, and cut along the dashed lines.',
    ja: '実寸で普通紙またはA4ラベル用紙に印刷し、破線に沿って切り取ってください。',
  },
  noItems: { en: 'No evidence is recorded in this notebook.', ja: '証拠の記録はありません。' },
  labelSeal: { en: 'Seal {seal}', ja: '封印 {seal}' },
  logTitle: { en: 'Log sheet {number}', ja: '記録用紙{number}' },
  custodyTitle: { en: 'Custody sheet {number}', ja: '証拠管理用紙{number}' },
  sheetNumber: { en: 'Sheet number', ja: '用紙番号' },
  sheetPlace: { en: 'Place, system', ja: '場所・システム' },
  sheetItem: { en: 'Item number and description', ja: '証拠番号・説明' },
  sheetClock: { en: 'Clock used, and how far it is off', ja: '使った時計とそのずれ' },
  sheetWriter: { en: 'Writer: name, signature', ja: '記入者（氏名・署名）' },
  lineNo: { en: 'No.', ja: '番号' },
  when: { en: 'Date, time, zone', ja: '日時・時間帯' },
  what: { en: 'What happened, what was done', ja: '出来事・行ったこと' },
  where: { en: 'System, person', ja: 'システム・人' },
  by: { en: 'Initials', ja: '記入者' },
  action: { en: 'What happened', ja: '行為' },
  fromTo: { en: 'From → to', ja: '渡した人 → 受け取った人' },
  placePurpose: { en: 'Place, purpose, seal', ja: '場所・目的・封印' },
  signatures: { en: 'Signatures', ja: '署名' },
  sheetRules: {
    en: 'Write with ink, leave no line empty, strike out so that it stays readable, and sign. Later the sheet is photographed, and every line is entered as transcribed from this number.',
    ja: 'インクで書き、行を空けず、訂正は読める形で線を引いて署名してください。後でこの用紙を撮影し、各行をこの番号から転記したものとして入力します。',
  },

  // Asking for it
  print: { en: 'Print for paper', ja: '紙に印刷' },
  printTitle: { en: 'For where there is no machine', ja: '端末を使えない場所のために' },
  whatToPrint: { en: 'What is printed', ja: '印刷するもの' },
  labels: { en: 'QR labels for bags, of all items', ja: '証拠袋用QRラベル（全証拠）' },
  blankLog: { en: 'Blank log sheets with numbers', ja: '番号付きの記録用紙（白紙）' },
  blankCustody: { en: 'Blank custody sheets with numbers', ja: '番号付きの証拠管理用紙（白紙）' },
  forms: { en: 'Custody forms of all items', ja: '全証拠の管理票' },
  howMany: { en: 'How many sheets', ja: '枚数' },
  howManyBad: { en: 'A number from 1 to {n}.', ja: '1から{n}までの数を入力してください。' },
  make: { en: 'Write PDF…', ja: 'PDFを書き出す…' },
  label: { en: 'Label (PDF)', ja: 'ラベル（PDF）' },

  // Entered later
  transcribed: { en: 'transcribed from sheet {sheet}', ja: '用紙{sheet}から転記' },
  transcribe: { en: 'Transcribe a paper sheet', ja: '紙の記録を転記' },
  transcribing: {
    en: 'Entries are marked as transcribed from sheet {sheet}',
    ja: '用紙{sheet}から転記した記録として保存します',
  },
  transcribingWith: {
    en: 'Entries are marked as transcribed from sheet {sheet}, with its photograph {no}',
    ja: '用紙{sheet}から転記した記録として、写真{no}とともに保存します',
  },
  stop: { en: 'Stop', ja: '終了' },
  sheetMissing: {
    en: 'Enter the number that stands on the sheet.',
    ja: '用紙の番号を入力してください。',
  },
  photograph: { en: 'Photograph of the sheet (an item of evidence)', ja: '用紙の写真（証拠）' },
  noPhotograph: { en: 'None yet', ja: 'まだない' },
  transcribeHint: {
    en: 'Until you stop, every entry carries the sheet’s number and cites its photograph. Type the time that stands on the sheet.',
    ja: '終了するまで、すべての記録に用紙番号が付き、写真を引用します。日時は用紙に書かれたものを入力してください。',
  },
  start: { en: 'Start', ja: '開始' },

  // Command line
  help: {
    en: `kiroku paper FOLDER labels|log|custody --out FILE.pdf|FILE.html [--sheets N] [--lang en|ja]

Writes what is needed where there is no machine: labels with QR codes for bags, one for each item, or
N blank sheets with numbers (10 when nothing is said). What is written on them is entered later with
the number of the sheet: kiroku log FOLDER --sheet NUMBER "…", kiroku custody … --sheet NUMBER.`,
    ja: `kiroku paper FOLDER labels|log|custody --out FILE.pdf|FILE.html [--sheets N] [--lang en|ja]

端末を使えない場所のための用紙を書き出します。証拠ごとのQRラベル、または番号付きの白紙N枚（指定が
なければ10枚）です。記入した内容は、後で用紙番号とともに入力します（kiroku log FOLDER --sheet NUMBER
"…"、kiroku custody … --sheet NUMBER）。`,
  },
});
