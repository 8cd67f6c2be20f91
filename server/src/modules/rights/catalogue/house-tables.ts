import type { ImpersonalTable, PersonalTable } from './field-catalogue';

/** What the house itself keeps of who did what, of what is on its way, and of the people who work at a desk. */
export const houseTables: readonly PersonalTable[] = [
  {
    table: 'audit_row',
    matter: 'records',
    personal: {
      action: '做了什么',
      actor_id: '谁做的',
      object: '关于哪件事',
      reason: '为什么',
      facts: '还记了什么（没有姓名和号码）',
      at: '什么时候',
    },
    plain: { id: 'id', step: 'actor_kind', key: 'key_id', digest: 'mac' },
    whose: [
      { column: 'person', is: 'account' },
      { column: 'person', is: 'person' },
    ],
    goes: 'kept',
    notCopied: true,
  },
  {
    table: 'audit_shown',
    matter: 'records',
    personal: { staff_id: '谁看的', action: '看了哪份名单', day: '哪天' },
    plain: { id: 'audit_id' },
    whose: [
      { column: 'about', is: 'account' },
      { column: 'about', is: 'person' },
    ],
    goes: 'kept',
    notCopied: true,
  },
  {
    table: 'disclosure',
    matter: 'sharing',
    personal: { bureau: '给了哪个部门', told: '给了什么、做什么用、凭什么', object: '关于哪件事', at: '什么时候' },
    plain: { id: 'id message_id topic' },
    whose: [{ column: 'account_id', is: 'account' }],
    goes: 'kept',
    notCopied: true,
  },
  {
    table: 'legal_hold',
    matter: 'records',
    personal: { object: '哪件事先不删', why: '为什么', held_by: '谁说的' },
    plain: { id: 'id', time: 'held_at ended_at' },
    goes: 'kept',
    notCopied: true,
  },
  {
    table: 'idempotency_key',
    matter: 'passing',
    personal: { route: '您刚才办的哪件事', answer: '给您的回答' },
    plain: {
      id: 'id request_key',
      digest: 'fingerprint',
      key: 'fingerprint_key',
      step: 'replays',
      time: 'created_at',
    },
    whose: [{ column: 'subject', is: 'account', prefix: 'resident:' }],
    notCopied: true,
  },
  {
    table: 'outbox_message',
    matter: 'passing',
    personal: { payload: '正要送给部门的内容，送到就删', order_key: '关于哪件事' },
    plain: {
      id: 'id topic bureau lease',
      step: 'position state tries answered_failures why',
      time: 'due_at leased_until appended_at ended_at',
    },
    goes: 'kept',
    notCopied: true,
  },
  {
    table: 'outbox_order',
    matter: 'passing',
    personal: { order_key: '关于哪件事' },
    plain: { step: 'bureau last_position' },
    goes: 'kept',
    notCopied: true,
  },
  {
    table: 'inbox_event',
    matter: 'relief',
    personal: { body: '部门送来的回话，原样' },
    plain: { id: 'id event_id', step: 'bureau outcome', time: 'received_at' },
    goes: 'kept',
    notCopied: true,
  },
  {
    table: 'staff_session',
    matter: 'staff',
    personal: { staff_id: '工号', name: '姓名', role: '岗位', offices: '管哪些街道', created_at: '哪天登录' },
    plain: { id: 'id', random: 'token_hash', digest: 'marks signed', time: 'last_used_at ended_at shown_again_at' },
    goes: 'kept',
    notCopied: true,
  },
  staffNames('number_view', { staff_id: '谁看了电话号码', at: '什么时候' }, { id: 'id' }),
  staffNames(
    'standard_change_record',
    { changed_by: '谁改的', reason: '为什么' },
    { id: 'id', time: 'changed_at from_day', step: 'standard_key before_row after_row' },
  ),
  staffNames(
    'relief_route_change',
    { changed_by: '谁改的', reason: '为什么' },
    { id: 'id batch undoes', time: 'at', step: 'street_code from_office to_office' },
  ),
  staffNames(
    'relief_delegation',
    { changed_by: '谁改的', reason: '为什么' },
    { id: 'id', time: 'at from_day', step: 'district_code decides' },
  ),
  staffNames('holiday_notice', { loaded_by: '谁放进来的' }, { time: 'at', step: 'year off work document' }),
  staffNames('booking_site_edit', { edited_by: '谁改的' }, { time: 'at', step: 'service site fields source' }),
];

/** Rows of the city's own, with the number of whoever at a desk wrote them. */
function staffNames(
  table: string,
  personal: Readonly<Record<string, string>>,
  plain: PersonalTable['plain'],
): PersonalTable {
  return { table, matter: 'staff', personal, plain, goes: 'kept', notCopied: true };
}

const of = (table: string, nobody: string, columns: string): ImpersonalTable => ({ table, nobody, columns });

export const impersonalTables: readonly ImpersonalTable[] = [
  of('address_tries', 'keyed digests of addresses, gone after a period', 'digest period tries'),
  of('audit_chain', 'hashes of audit rows by their ids', 'seq row_id prev_hash hash key_id'),
  of('catalogue_version', 'which release was served', 'release content_hash first_served_at'),
  of('data_version', 'counters', 'name version'),
  of('district', 'the city', 'code name'),
  of(
    'farewell_naming_tries',
    'keyed digests of who asked and about whom, gone with their day',
    'scope subject day tries',
  ),
  of('complaint_tries', 'keyed digests of who complained, gone with their day', 'scope subject day tries'),
  of('identity_tries', 'keyed digests of who asked and about whom, gone with their day', 'scope subject day tries'),
  of('inbox_nonce', 'random numbers of bureaus', 'bureau nonce seen_at'),
  of('job_lease', 'processes of ours', 'name holder held_until'),
  of('login_code', 'digests of codes, gone after ten minutes', 'digest used_at'),
  of('migrations', 'the schema itself', 'id timestamp name'),
  of('opening_exception', 'calendars of the city', 'id service site day opens template why'),
  of('opening_hot_day', 'calendars of the city', 'service day name capacity_percent partner_hours offers'),
  of('opening_setting', 'calendars of the city', 'service settings'),
  of('opening_template', 'calendars of the city', 'service code template'),
  of('relief_route', 'which street decides for which', 'street_code office_code'),
  of('replacing_pin', 'random ids in a plan', 'round_id subject slot_id'),
  of('replacing_round', 'a plan of random ids', 'id service kind open_key plan planned_at created_at applied_at'),
  of(
    'rights_text_version',
    'what the two texts everybody may read have said',
    'name version since first_served_at sections content_hash',
  ),
  of(
    'sea_voyage',
    'voyages of the city',
    'id seats_window_id vessel day meeting_place meeting_at timetable state why sample',
  ),
  of('slot_hold', 'units for a random id', 'id holder lapses_at by_staff'),
  of('slot_hold_line', 'units for a random id', 'hold_id window_id units'),
  of('slot_pool', 'what the city offers', 'id service site kind'),
  of(
    'slot_window',
    'what the city offers, and how much of it is taken',
    'id pool_id day starts_at ends_at capacity held_back taken staff_taken opens_at closes_at closed why version marks',
  ),
  of('staff_sign_in_try', 'digests of work numbers, gone after a while', 'digest tries last_at'),
  of('standard_row', 'standards of the city', 'id standard_key from_day to_day value unit source note origin'),
  of('street', 'the city', 'code district_code name kind'),
  of('text_tries', 'keyed digests of who had texts sent and to whom, gone with their day', 'scope subject day tries'),
  of(
    'upload_day',
    'keyed digests of who sent files and for how long they were read, gone with their day',
    'account_id day kilobytes reading_ms',
  ),
  of('waiting_line', 'a counter', 'service last_place'),
];
