import type { Source } from '@jinmen/shared/kernel/source';
import { type GuidePart, marriageGuide } from '@jinmen/shared/services/marriage-registration/guide';
import { sources as cited } from '../../../copy/sources';
import { Card } from '../../../ui/card';
import { Line } from '../../../ui/words';

/** A part of the guide, with what it rests on below. */
export function GuideCard({ code }: { code: GuidePart['code'] }) {
  const part = marriageGuide.find((each) => each.code === code);
  if (part === undefined) return null;
  return (
    <Card id={`guide-${code}`} title={part.title} className="booking-lines">
      {part.lines.map(({ text }) => (
        <Line key={text}>{text}</Line>
      ))}
      {basisOf(part).map((document) => (
        <Line key={document} tone="fine">
          {cited.basis(document)}
        </Line>
      ))}
    </Card>
  );
}

/** Each document once, with the articles the part cites; what nobody has published is no basis. */
function basisOf({ lines }: GuidePart): readonly string[] {
  const known = lines.map(({ source }) => source).filter(({ confidence }) => confidence !== 'unknown');
  const documents = [...new Set(known.map(({ document }) => document))];
  return documents.map((document) => document + articlesIn(known.filter((source) => source.document === document)));
}

function articlesIn(sources: readonly Source[]): string {
  return [...new Set(sources.flatMap(({ article }) => article ?? []))].join('、');
}
