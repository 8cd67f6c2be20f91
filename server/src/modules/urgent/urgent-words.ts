import { districts } from '@jinmen/shared/places/places';
import type { UrgentState, UrgentStepKind } from '@jinmen/shared/urgent/views';
import type { OpenedStep } from './urgent-requests.repository';

const offices: ReadonlyMap<string, string> = new Map(
  districts.flatMap(({ name, units }) =>
    units.map(
      (unit) => [unit.code, `${name}${unit.name}${unit.kind === 'subdistrict' ? '办事处' : '人民政府'}`] as const,
    ),
  ),
);

/** The office of a street, town or township; nothing for none. */
export function streetOffice(code: string | undefined): { readonly code: string; readonly name: string } | undefined {
  return code === undefined ? undefined : { code, name: offices.get(code) ?? code };
}

const steps: Readonly<Record<UrgentStepKind, (detail: string | undefined) => string>> = {
  asked: () => '您说的情况记下了。',
  arrived: () => '救助系统收到了，那边的人看得到。',
  undelivered: () => '系统没有送到，改由值班的人接着办。',
  escalated: () => '还没有人看，已经再催了一次。',
  'looked-at': () => '值班的人看到了，会照您留的办法找您。',
  contacted: () => '街道的人说，已经联系过您。',
  visited: () => '街道的人说，已经去找过您。',
  helped: (what) => (what ? `街道的人说，已经给了帮助：${what}` : '街道的人说，已经给了帮助。'),
  'handed-on': (whom) => (whom ? `转给了${whom}接着办。` : '转给了别的单位接着办。'),
  closed: () => '值班的人说，这件事办完了。',
};

export function stepWords({ kind, detail }: Pick<OpenedStep, 'kind' | 'detail'>): string {
  return steps[kind](detail);
}

const waiting = '请先打 12345，说您在哪儿。有危险打 110，要急救打 120。';

const now: Readonly<Record<UrgentState, string>> = {
  waiting: `已经记下，还没有人看到。不要干等：${waiting}`,
  seen: '有人在办了。还没有人找您，或者更急了，就打 12345，说这个号。',
  over: '这件事那边已经办过了。还有难处，就再说一次，或者打 12345。',
};

/** Where it stands and what to do now. While the bureau does not answer, that is said, and nothing is promised. */
export function nowWords(state: UrgentState, told: readonly OpenedStep[]): string {
  const kinds = told.map(({ kind }) => kind);
  if (state !== 'waiting') return now[state];
  if (kinds.includes('undelivered')) return `系统没有送到，值班的人会接着办。不要干等：${waiting}`;
  if (kinds.includes('arrived')) return `已经送到，还没有人回话。不要干等：${waiting}`;
  return now.waiting;
}
