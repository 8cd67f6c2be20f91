/**
 * What a resident may choose to talk about. A programme and a question stand behind exactly one door each. Questions are
 * asked for the programmes behind the opened doors; what only a closed door keeps open is listed as 还没问. `sensitive`:
 * it touches a death, prison, a lost child or a missing parent, so that nothing but the resident's own wish opens it, not
 * even a programme that would need the answer.
 */
export interface DoorDefinition {
  readonly code: string;
  /** As a resident chooses it, e.g. `家里有老人`. */
  readonly title: string;
  /** What it leads to, in one line. */
  readonly line: string;
  readonly sensitive: boolean;
}

export const doors = [
  { code: 'general', title: '家里钱不够用', line: '收入低、有人生病、有人残疾', sensitive: false },
  { code: 'emergency', title: '突然遇到急事', line: '着火、车祸、大病、断了收入', sensitive: false },
  { code: 'elder', title: '家里有老人', line: '高龄、照护、吃饭的补贴', sensitive: false },
  { code: 'child', title: '孩子没人照顾', line: '父母不在，或者照顾不了', sensitive: true },
  { code: 'farewell', title: '送别亲人', line: '丧葬补贴、节地安葬的奖励', sensitive: true },
  { code: 'special-family', title: '计划生育特别扶助的事', line: '在领特别扶助金的家庭', sensitive: true },
] as const satisfies readonly DoorDefinition[];

export type Door = (typeof doors)[number]['code'];

/** Whether a question behind `door` may be asked while these are opened: a door that cannot hurt keeps nothing back. */
export function letsThrough(
  doors: readonly Pick<DoorDefinition, 'code' | 'sensitive'>[],
  opened: readonly string[],
  door: string,
): boolean {
  return opened.includes(door) || !doors.some(({ code, sensitive }) => code === door && sensitive);
}
