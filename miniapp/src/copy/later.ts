import type { Door } from '@jinmen/shared/facts/doors';
import type { ThemeName } from '../theme/tokens';

export type LaterDoor = 'elder' | 'apply';

export interface LaterPage {
  readonly theme: ThemeName;
  readonly title: string;
  /** What will be here, without a date nobody promised. */
  readonly later: string;
  readonly todayTitle: string;
  readonly today: readonly string[];
  readonly source?: string;
  /** What can be applied for already: the programmes behind this door. */
  readonly apply?: { readonly text: string; readonly door: Door };
  /** What can be looked at already, by answering a few questions. */
  readonly check?: { readonly text: string; readonly door: Door };
}

/** Doors whose online part opens later: what to do today, and whom to call. Facts: policy-facts B.2, A.9. */
export const laterPages: Readonly<Record<LaterDoor, LaterPage>> = {
  elder: {
    theme: 'eldercare',
    title: '照顾老人',
    later: '网上查助餐点、约上门看望，还没开放。高龄津贴、养老补贴、助餐补贴现在就能在这里申请。',
    todayTitle: '现在这样办',
    today: [
      '打 12345，说老人住在哪个街道，问最近的老人家食堂和能上门的服务。',
      '老人的补贴：点下面的“申请老人补贴”。各区说法不一的，待核定，请问户口所在的街道。',
      '老人有重度残疾，可以先看看“家里有困难”里的护理补贴。',
    ],
    apply: { text: '申请老人补贴', door: 'elder' },
    check: { text: '看看家里可能符合哪几项', door: 'elder' },
  },
  apply: {
    theme: 'relief',
    title: '去街道当面办',
    later: '手机上填不方便，去街道当面办也一样。',
    todayTitle: '这样办',
    today: [
      '去户口所在的街道办事处或乡镇政府。天津“一城通办”，也可以去您住的街道递。',
      '带上身份证、户口本，家里的收入情况照实说。少带了什么，工作人员会一次告诉您。',
      '走不动、不方便，可以托家人或社区帮忙，或者先打 12345。',
      '各街道的地址和电话：待核定，可以打 12345 问。',
    ],
    source: '《最低生活保障审核确认办法》（民发〔2021〕57 号）；天津“一城通办”（天津日报 2025-06-26）',
  },
};

export const laterWords = {
  unknownDoor: '这个页面没有找到。',
  home: '回首页',
} as const;

export function laterDoor(text: string | undefined): LaterDoor | undefined {
  return text !== undefined && Object.keys(laterPages).includes(text) ? (text as LaterDoor) : undefined;
}
