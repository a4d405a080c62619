import type { ListField, ListKind } from './list-mapping.ts';

type Headings = Readonly<Partial<Record<ListField, string>>>;

/**
 * What people and tools call the columns of such lists, folded as `foldHeading` does it; English and Japanese.
 *
 * Among them are the headings of our own CSV, of MISP's and IRIS' CSV, of inventories and of Active Directory. A
 * heading that names a type of indicator (`sha256`, `IPアドレス`) is known as such, and stands in no list here.
 */
export const listHeadings: Readonly<Record<ListKind, Headings>> = {
  indicators: {
    value: `value indicator indicators ioc iocs iocvalue indicatorvalue observable observablevalue artifact pattern
      値 指標 侵害指標 インジケーター インジケータ 痕跡 通信先 接続先 不審な通信先`,
    type: `type indicatortype ioctype observabletype valuetype datatype entitytype kind category 種別 種類 タイプ 分類
      区分 カテゴリ カテゴリー`,
    state: 'state status iocstatus verdict 状態 ステータス 対応状況 判定',
    confidence: 'confidence certainty score reliability 確度 信頼度 確信度',
    tlp: 'tlp tlpname tlplabel label marking 共有範囲 取扱区分 取扱い 公開範囲',
    firstSeen:
      'firstseen firstseenutc firstobserved validfrom seen date 初見 初回確認 初回検知 初回検知日時 確認日 検知日 検知日時',
    lastSeen: 'lastseen lastseenutc lastobserved 最終確認 最終検知 最終検知日時',
    validUntil:
      'validuntil validuntilutc expires expiry expiration expirationdate 有効期限 期限 失効日',
    stages: 'stage stages killchain killchainphase phase 段階 キルチェーン',
    techniques:
      'technique techniques attack attackid mitre mitreattack ttp ttps 手法 攻撃手法 技術',
    systems:
      'system systems host hosts hostname asset assets ホスト ホスト名 端末 端末名 システム 影響端末',
    origin:
      'origin source sources reportedby feed reference references author 出典 情報源 情報元 出所 提供元',
  },
  systems: {
    name: `name host hostname computer computername machine machinename device devicename asset assetname system
      systemname server servername endpoint node dnshostname ホスト ホスト名 端末 端末名 機器 機器名 システム
      システム名 サーバー サーバ サーバー名 サーバ名 コンピューター名 コンピュータ名 コンピューター コンピュータ 名称`,
    aliases: `alias aliases ip ips ipaddress ipaddresses ipaddr ipv4 ipv4address ipv6 address addresses fqdn othernames
      assetip ipアドレス アドレス 別名`,
    type: 'type assettype devicetype systemtype kind category 種別 種類 タイプ 分類 区分 機種',
    role: 'role function purpose usage service 役割 用途 機能',
    owner:
      'owner ownedby responsible contact administrator admin department 担当 担当者 管理者 所有者 責任者 部署 管理部署 所管',
    network: 'network segment subnet vlan zone networksegment ネットワーク セグメント サブネット',
    place: 'place location site room building 場所 設置場所 拠点 所在地',
    os: 'os operatingsystem osname osversion platform オペレーティングシステム',
    criticality: 'criticality importance priority severity 重要度 優先度',
    keyAsset: 'keyasset crownjewel crownjewels critical 重要資産',
    adversary: 'adversary attacker 攻撃者',
    state:
      'state status compromised compromisestatus assetcompromisestatus verdict 状態 ステータス 侵害状況 対応状況 状況',
    because: 'statebecause because reason 理由 根拠',
  },
  accounts: {
    name: `name account accountname user username userid login loginname logon logonname samaccountname upn
      userprincipalname アカウント アカウント名 ユーザー ユーザ ユーザー名 ユーザ名 ユーザーid ユーザid ログインid ログイン名 id`,
    domain: 'domain domainname ntdomain realm tenant directory ドメイン ドメイン名',
    sid: 'sid securityid objectsid uid objectid 識別子',
    type: 'type accounttype usertype kind category 種別 種類 タイプ 分類 区分',
    privileges:
      'privilege privileges right rights permission permissions role roles group groups memberof 権限 特権 グループ ロール 所属グループ',
    owner:
      'owner person fullname displayname employee department 利用者 所有者 氏名 使用者 担当者 表示名 部署',
    state: 'state status compromised verdict 状態 ステータス 侵害状況 対応状況 状況',
    because: 'statebecause because reason 理由 根拠',
  },
};

/** Headings of numbers and stamps that a tool keeps for itself: nothing of them is worth a note. */
export const ownHeadings: ReadonlySet<string> = new Set(
  'id uuid eventid eventuuid attributeid attributeuuid recid rowid no 番号 項番 連番'.split(' '),
);

/** A heading as headings are compared: one width and case, without blanks, marks and brackets. */
export function foldHeading(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '');
}
