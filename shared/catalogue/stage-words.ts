import { type StageId, stageIds } from '../domain/kill-chain.ts';
import { foldText } from '../domain/text-search.ts';

/**
 * Words that hint at a stage, as responders write them. No word stands at two stages: one that fits
 * several says nothing. A trailing `*` stands for any ending.
 */
export const stageWords: Readonly<
  Record<StageId, { readonly en: readonly string[]; readonly ja: readonly string[] }>
> = {
  reconnaissance: {
    en: [
      'port scan*',
      'scanning',
      'scanner',
      'probing',
      'probes',
      'reconnaissance',
      'enumerated from outside',
      'look-alike domain',
      'crawl*',
      'password spray*',
      'nmap',
      'shodan',
    ],
    ja: [
      'ポートスキャン',
      '脆弱性スキャン',
      '走査',
      '探索的なアクセス',
      '類似ドメイン',
      '偵察',
      '下見',
      'パスワードスプレー',
    ],
  },
  weaponization: {
    en: [
      'builder',
      'compiled the',
      'malicious document was made',
      'registered the domain',
      'exploit code',
      'phishing kit',
      'weaponi*',
      'signed with a stolen certificate',
      'stolen credentials for sale',
    ],
    ja: [
      '攻撃コード',
      'エクスプロイトコード',
      'フィッシングキット',
      '攻撃用ドメインの取得',
      '攻撃用ドメインを取得',
      'ビルダー',
      '武器化',
      '認証情報の売買',
    ],
  },
  delivery: {
    en: [
      'phishing',
      'spear-phishing',
      'attachment',
      'malicious link',
      'mail received',
      'e-mail received',
      'email received',
      'watering hole',
      'usb stick',
      'usb drive',
      'drive-by',
      'malvertising',
      'downloaded from',
      'smishing',
    ],
    ja: [
      'フィッシングメール',
      '標的型メール',
      '不審メール',
      '不審なメール',
      '添付ファイル',
      '水飲み場',
      'USBメモリ',
      'マルバタイジング',
      'ダウンロードさせ',
      '受信した',
    ],
  },
  exploitation: {
    en: [
      'exploited',
      'exploits',
      'macro',
      'opened the attachment',
      'enabled content',
      'vulnerability used',
      'cve-*',
      'remote code execution',
      'rce',
      'sql injection',
      'credentials entered',
      'mfa fatigue',
      'mfa push*',
      'brute force*',
      'login from an unknown',
      'unknown address',
      'never seen before',
      'privilege escalation',
      'web shell uploaded',
    ],
    ja: [
      '悪用',
      '脆弱性を突',
      'マクロ',
      '不正ログイン',
      '不正にログイン',
      '不正アクセス',
      '総当たり',
      'ブルートフォース',
      '認証情報を入力',
      'MFA疲労',
      '権限昇格',
      'リモートコード実行',
      'SQLインジェクション',
      '侵入した',
      '侵入され',
    ],
  },
  installation: {
    en: [
      'service installed',
      'new service',
      'scheduled task',
      'autostart',
      'autorun',
      'run key',
      'backdoor',
      'web shell',
      'webshell',
      'persistence',
      'dropped',
      'implant',
      'rootkit',
      'new account',
      'account was created',
      'account created',
      'antivirus disabled',
      'antivirus was removed',
      'uninstalled',
      'inbox rule',
      'forwarding rule',
    ],
    ja: [
      'サービスの登録',
      'サービス登録',
      'タスクスケジューラ',
      'スケジュールされたタスク',
      '自動起動',
      'バックドア',
      'Webシェル',
      '永続化',
      '常駐',
      'ルートキット',
      'アカウントの作成',
      'アカウントを作成',
      'アンインストール',
      '転送ルール',
      'マルウェアを設置',
      '設置された',
    ],
  },
  'command-and-control': {
    en: [
      'beacon*',
      'command and control',
      'c2',
      'outgoing connection',
      'outbound connection',
      'dns tunnel*',
      'reverse shell',
      'cobalt strike',
      'remote access tool',
      'anydesk',
      'teamviewer',
      'reverse proxy',
      'tor exit',
      'calls home',
      'refreshed token',
    ],
    ja: [
      '外部と通信',
      '外部への通信',
      '外向き通信',
      '一定間隔の通信',
      'ビーコン',
      'DNSトンネ',
      '遠隔操作',
      'リバースシェル',
      '遠隔管理ツール',
      '指令サーバ',
    ],
  },
  'actions-on-objectives': {
    en: [
      'encrypted',
      'encryption of',
      'ransom note',
      'ransomware',
      'exfiltrat*',
      'data stolen',
      'uploaded to',
      'shadow cop*',
      'backups deleted',
      'backup deleted',
      'lateral movement',
      'wiped',
      'defaced',
      'files renamed',
      'archive*',
      'staged',
      'leak site',
      'wire transfer',
      'dcsync',
      'psexec',
    ],
    ja: [
      '暗号化',
      '身代金',
      'ランサムウェア',
      '持ち出',
      '窃取',
      '漏えい',
      '漏洩',
      '横展開',
      'ボリュームシャドウ',
      'バックアップを削除',
      'バックアップの削除',
      '改ざん',
      '破壊',
      'リークサイト',
      '不正送金',
    ],
  },
};

type Word = {
  readonly stage: StageId;
  readonly written: string;
  readonly pattern: RegExp | string;
};

let words: readonly Word[] | undefined;

const escaped = /[.*+?^${}()|[\]\\-]/g;

function allWords(): readonly Word[] {
  words ??= stageIds.flatMap((stage) => [
    ...stageWords[stage].en.map((written): Word => {
      const isStem = written.endsWith('*');
      const plain = foldText(isStem ? written.slice(0, -1) : written);
      const body = plain.replaceAll(escaped, String.raw`\$&`);
      const source = String.raw`(?<![a-z0-9])${body}${isStem ? '' : '(?![a-z0-9])'}`;
      return {
        stage,
        written: isStem ? written.slice(0, -1) : written,
        pattern: new RegExp(source),
      };
    }),
    ...stageWords[stage].ja.map((written): Word => ({
      stage,
      written,
      pattern: foldText(written),
    })),
  ]);
  return words;
}

/** A stage that the words of an entry hint at, and the words that do. */
export type StageHint = { readonly stage: StageId; readonly words: readonly string[] };

/**
 * Stages that a text hints at: most words first, then the later stage, since a late sign weighs more.
 *
 * A hint and no more: which stage it is, a person says.
 */
export function hintStages(text: string): readonly StageHint[] {
  const folded = foldText(text);
  if (folded.trim() === '') return [];
  const found = new Map<StageId, string[]>();
  for (const { stage, written, pattern } of allWords()) {
    const isThere = typeof pattern === 'string' ? folded.includes(pattern) : pattern.test(folded);
    if (isThere) found.set(stage, [...(found.get(stage) ?? []), written]);
  }
  return [...found]
    .map(([stage, hits]) => ({ stage, words: hits }))
    .toSorted(
      (a, b) =>
        b.words.length - a.words.length || stageIds.indexOf(b.stage) - stageIds.indexOf(a.stage),
    );
}
