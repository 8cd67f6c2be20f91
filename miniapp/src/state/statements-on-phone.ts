import { isRecord } from '../platform/shape';
import { keptKeys } from './kept-on-phone';
import { sealedRecord } from './sealed-record';

type ByDecision = Readonly<Record<string, string>>;

/** By application and programme: what a resident has written against a decision. */
const statements = sealedRecord<ByDecision>(
  keptKeys.reliefStatements,
  (stored) =>
    isRecord(stored)
      ? (Object.fromEntries(Object.entries(stored).filter(([, text]) => typeof text === 'string')) as ByDecision)
      : {},
  { nowhereElse: true },
);

export interface KeptStatement {
  /** `false`: something is kept that this phone cannot open now; perhaps another time. */
  readonly opens: boolean;
  readonly text: string | undefined;
}

export async function keptStatement(decision: string): Promise<KeptStatement> {
  const found = await statements.readIfOpens();
  return { opens: found !== undefined, text: found?.[decision] };
}

/** `false`: this phone could not keep it, or cannot open what it kept before: that stays as it is. */
export async function keepStatement(decision: string, text: string): Promise<boolean> {
  const sealed = await statements.change((now) => ({ ...now, [decision]: text }));
  return sealed.kind === 'sealed';
}

export async function dropStatement(decision: string): Promise<void> {
  await statements.change(({ [decision]: _gone, ...others }) => others);
}
