import type { SourcedLine } from '@jinmen/shared/services/sea-scattering/sourced-line';
import { sources as cited } from '../../copy/sources';
import { Line } from '../../ui/words';

/** What is said, one line under the other; on what it rests is for whoever asks (`Documents`). */
export function SourcedLines({ lines }: { lines: readonly SourcedLine[] }) {
  return (
    <>
      {lines.map(({ text }) => (
        <Line key={text} className="shore-line">
          {text}
        </Line>
      ))}
    </>
  );
}

/** Each document once; what nobody has published, and what is our own doing, is no document. */
export function Documents({ lines }: { lines: readonly SourcedLine[] }) {
  const known = lines
    .map(({ source }) => source)
    .filter(({ confidence }) => !['unknown', 'derived'].includes(confidence));
  return (
    <>
      {[...new Set(known.map(({ document }) => document))].map((document) => (
        <Line key={document} tone="fine">
          {cited.basis(document)}
        </Line>
      ))}
    </>
  );
}
