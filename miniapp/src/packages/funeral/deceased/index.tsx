import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { deathPaperDoubt } from '@jinmen/shared/services/sea-scattering/death-paper';
import { DEATH_PAPERS, DECEASED_CALLED, type Deceased } from '@jinmen/shared/services/sea-scattering/views';
import { deathPaperNames } from '@jinmen/shared/services/sea-scattering/words';
import { sectionWords } from '../../../copy/funeral-farewell';
import { today } from '../../../platform/clock';
import { usePageParameter } from '../../../platform/lifecycle';
import { goBackTo } from '../../../platform/navigate';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { ChoicePart, choicesOf, DayPart, TextPart } from '../parts';
import { SectionPage } from '../section-page';

const { deceased: words } = sectionWords;

const FIRST_DAY: CivilDate = '1990-01-01';
const HUKOU = { yes: true, no: false, unsure: null } as const;

/** The one who died, typed once and used wherever something is asked for them. All of it can be said later. */
export default function DeceasedPage() {
  const id = usePageParameter('id') ?? '';
  const leave = () => goBackTo({ page: 'funeralFarewell', query: { id } });
  return (
    <SectionPage section="deceased">
      {({ deceased }) => (
        <>
          <Button id="later" kind="second" text={words.later} onPress={leave} />
          <TextPart path="deceased.name" label={words.name} value={deceased.name} longest={50} />
          <ChoicePart
            path="deceased.called"
            label={words.called}
            value={deceased.called}
            choices={choicesOf(DECEASED_CALLED, words.calledChoices)}
          />
          <Days deceased={deceased} />
          <TextPart
            path="deceased.idNumber"
            label={words.idNumber}
            help={words.idNumberHelp}
            value={deceased.idNumber}
            keyboard="idcard"
            longest={24}
          />
          <Paper deceased={deceased} />
          <ChoicePart
            path="deceased.hukouInTianjin"
            label={words.hukou}
            help={words.hukouHelp}
            value={hukouOf(deceased)}
            choices={[
              { value: 'yes', label: words.yes },
              { value: 'no', label: words.no },
              { value: 'unsure', label: words.unsure, apart: 'unsure' },
            ]}
            wrap={(chosen) => (chosen === 'yes' || chosen === 'no' ? HUKOU[chosen] : HUKOU.unsure)}
          />
        </>
      )}
    </SectionPage>
  );
}

function Days({ deceased }: { deceased: Deceased }) {
  const range = { earliest: FIRST_DAY, latest: today(), clear: words.later };
  return (
    <>
      <DayPart path="deceased.died" label={words.died} value={deceased.died} {...range} />
      <DayPart
        path="deceased.cremated"
        label={words.cremated}
        help={words.crematedHelp}
        value={deceased.cremated}
        {...range}
      />
    </>
  );
}

/** The forms by the words at their top; one that looks unusual is doubted and never refused. */
function Paper({ deceased }: { deceased: Deceased }) {
  const { paper } = deceased;
  const doubt = deathPaperDoubt(deceased);
  return (
    <>
      <ChoicePart
        path="deceased.paper"
        label={words.paper}
        help={words.paperHelp}
        value={paper?.form ?? 'none'}
        choices={[
          ...choicesOf(DEATH_PAPERS, deathPaperNames),
          { value: 'none', label: words.paperNone, apart: 'unsure' },
        ]}
        wrap={(form) => (form === 'none' ? null : { ...paper, form })}
      />
      {paper && (
        <TextPart
          path="deceased.paper"
          control="deceased.paper.number"
          label={words.number}
          value={paper.number}
          longest={64}
          wrap={(number) => ({ form: paper.form, ...(number !== '' && { number }) })}
        />
      )}
      {doubt !== undefined && <Notice className="paper-doubt">{doubt}</Notice>}
    </>
  );
}

function hukouOf({ hukouInTianjin }: Deceased): string | undefined {
  if (hukouInTianjin === undefined) return undefined;
  return hukouInTianjin ? 'yes' : 'no';
}
