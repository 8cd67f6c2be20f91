import type { Source } from '../kernel/source';

/** The city's own texts the guides rest on; each guide names the row of docs/policy-facts.md that read them. */
type FromText = (row: string) => Source;

const text =
  (document: string): FromText =>
  (row) => ({ document, row, confidence: 'seed' });

export const hebeiPlan = text('《天津市河北区民政事业发展第十四个五年规划纲要（2021—2025年）》');
export const yearEnd2024 = text('天津市民政局 2024 年工作回顾《开门干民政 民政开门红》');
export const autumn2024 = text('《天津：在全面建设现代化大都市新征程上构建“大民生”格局》（2024-10-19）');
export const reliefWeek2026 = text('天津社会救助政策宣传周《津门救助零距离 惠民政策暖民心》（2026-05）');

/** Who is counted as low-income, and that each special relief has its own authority. */
export const dynamicMonitoring: Source = {
  document: '国办发〔2023〕39号',
  row: 'A.2',
  confidence: 'third-party-copy',
};
