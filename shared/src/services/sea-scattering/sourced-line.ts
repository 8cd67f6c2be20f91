import type { Source } from '../../kernel/source';

/** One line a family reads, with where it is written. */
export interface SourcedLine {
  readonly text: string;
  readonly source: Source;
}

const from =
  (document: string, confidence: Source['confidence']) =>
  (row: string): Source => ({ document, row, confidence });

/** What the pages for a family rest on (docs/policy-facts.md B.4, D, J). */
export const documents = {
  yearEnd2024: from('天津市民政局 2024 年工作回顾《开门干民政 民政开门红》', 'seed'),
  highlights2022: from('天津市民政局 2022 年工作亮点', 'seed'),
  autumn2024: from('《天津：在全面建设现代化大都市新征程上构建“大民生”格局》（2024-10-19）', 'seed'),
  subsidy2025: from('今晚报 2024-12-27（无丧葬补助居民丧葬补贴办法，2025-01-01 起）', 'third-party-copy'),
  ecoBurial2020: from('新华社 2020-09-02（天津节地生态安葬奖补，2020-01-01 起）', 'third-party-copy'),
  regulation2026: from('修订后的《殡葬管理条例》（2026-03-30 起施行）', 'third-party-copy'),
  regulation2012: from('《殡葬管理条例》（2012 年文本）', 'third-party-copy'),
  tonight2015: from('今晚网 2015-09-09', 'third-party-copy'),
  first2021: from('中新社、每日新报 2021-03（2021 年第一班）', 'third-party-copy'),
  north2022: from('北方网 2022-03', 'third-party-copy'),
  joint2025: from('中新社 2025-03-30（京津冀联合撒海）', 'third-party-copy'),
  /** Nobody has published it. */
  unknown: from('没有找到公开的规定', 'unknown'),
  /** Follows from what this product does. */
  ours: from('本程序', 'derived'),
} as const;
