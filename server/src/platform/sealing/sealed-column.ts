import type { SealLabel } from './envelope';

/**
 * A column of sealed values. Listed in the feature's part of the schema, so that a key can be retired: what nobody
 * lists is never re-sealed. The labels of its values come from here too, with `labelIn`.
 */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  readonly subject: string;
  readonly field: string;
  /** The column with the row's id that the label names; `id` unless said. */
  readonly id?: string;
  /** The blind index that stands beside it and moves to the current index key with it. */
  readonly index?: { readonly purpose: string; readonly keyId: string; readonly digest: string };
}

/** The label of the value in this row. */
export function labelIn({ subject, field }: Pick<SealedColumn, 'subject' | 'field'>, row: string): SealLabel {
  return { subject, field, row };
}
