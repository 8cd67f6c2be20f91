import { isRecord } from '../platform/shape';
import { keptKeys } from './kept-on-phone';
import { sealedRecord } from './sealed-record';

type ByDecision = Readonly<Record<string, string>>;

/** By application and programme: what a resident has written against a decision. It is on this phone and nowhere else. */
const statements = sealedRecord<ByDecision>(keptKeys.reliefStatements, (stored) =>
  isRecord(stored)
    ? (Object.fromEntries(Object.entries(stored).filter(([, text]) => typeof text === 'string')) as ByDecision)
    : {},
);

export async function keptStatement(decision: string): Promise<string | undefined> {
  return (await statements.read())[decision];
}

/** `false`: this phone could not keep it. */
export async function keepStatement(decision: string, text: string): Promise<boolean> {
  const sealed = await statements.change((now) => ({ ...now, [decision]: text }));
  return sealed.kind === 'sealed';
}

export async function dropStatement(decision: string): Promise<void> {
  await statements.change(({ [decision]: _gone, ...others }) => others);
}
