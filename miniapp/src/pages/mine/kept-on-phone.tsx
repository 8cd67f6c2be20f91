import { useState } from 'react';
import { mine } from '../../copy/mine';
import { urgent as urgentWords } from '../../copy/urgent';
import { askToConfirm } from '../../platform/ask';
import { usePageShown } from '../../platform/lifecycle';
import { openPage } from '../../platform/navigate';
import { forgetApplications, keptApplications } from '../../state/applications-on-phone';
import { forgetQuiet } from '../../state/bereavement';
import { forgetBookings, keptBookings } from '../../state/bookings';
import { forgetFarewells, keptFarewells } from '../../state/farewells-on-phone';
import { destroyKept, forgetAnswers, keptAnswers, keptWords, noAnswers } from '../../state/kept-on-phone';
import { forgetWiped, readKeptResults, useKeptResults, wipeKeptResults } from '../../state/kept-results';
import { forgetLooks } from '../../state/public-looks';
import { useSession } from '../../state/session';
import { forgetUrgent, isWritten, readUrgent, useUrgent } from '../../state/urgent';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { ListRow } from '../../ui/list-row';
import { Line } from '../../ui/words';

const { kept: words } = mine;

/** Everything about a household that this phone keeps, and one way to be rid of all of it. */
export function KeptOnPhone() {
  const [answers, setAnswers] = useState(noAnswers);
  const [{ applications, bookings, farewells, typed }, setCopies] = useState(noCopies);
  const [outcome, setOutcome] = useState<'cleared' | 'stuck'>();
  const results = useKeptResults((kept) => kept.results);
  const problem = useKeptResults((kept) => kept.problem);
  const urgent = useUrgent();
  const urgentWritten = isWritten(urgent.draft);
  usePageShown(() => {
    void readUrgent();
    setAnswers(keptAnswers());
    void readKeptResults();
    void countCopies().then(setCopies);
  });
  const any =
    answers.any ||
    results.length > 0 ||
    problem !== undefined ||
    applications > 0 ||
    bookings > 0 ||
    farewells > 0 ||
    typed ||
    urgent.sent.length > 0 ||
    urgentWritten;
  const clear = async () => {
    if (
      !(await askToConfirm({
        ...words.confirm,
        content: losses({
          answers: answers.any,
          results: results.length,
          broken: problem !== undefined,
          applications,
          bookings,
          farewells,
          typed,
          urgent: urgent.sent.length > 0 || urgentWritten,
        }),
      }))
    )
      return;
    const gone = await clearAll();
    setAnswers(keptAnswers());
    setCopies(await countCopies());
    setOutcome(gone ? 'cleared' : 'stuck');
  };
  return (
    <Card title={words.title}>
      {answers.any && <Words>{words.answers(answers.answered)}</Words>}
      {results.length > 0 && (
        <ListRow
          id="kept-results"
          title={words.results}
          line={words.resultsLine(results.length)}
          onPress={() => openPage('kept')}
        />
      )}
      {applications > 0 && <Words>{words.applications(applications)}</Words>}
      {bookings > 0 && <Words>{words.bookings(bookings)}</Words>}
      {farewells > 0 && <Words>{words.farewells(farewells)}</Words>}
      {typed && <Words>{words.typed}</Words>}
      {urgent.sent.length > 0 && <Words>{urgentWords.kept(urgent.sent.length)}</Words>}
      {urgentWritten && <Words>{urgentWords.keptDraft}</Words>}
      {problem !== undefined && <Words>{words.unreadable}</Words>}
      {!any && <Words>{outcome === 'cleared' ? words.cleared : words.none}</Words>}
      {outcome === 'stuck' && any && <Words>{words.stuck}</Words>}
      {any && (
        <Button id="clear" className="mine-clear" kind="second" text={words.clear} onPress={() => void clear()} />
      )}
    </Card>
  );
}

/** `false`: the phone would not let go of all of it. */
async function clearAll(): Promise<boolean> {
  const gone = [
    forgetAnswers(),
    forgetLooks(),
    await wipeKeptResults(),
    await forgetApplications(),
    await forgetBookings(),
    await forgetFarewells(),
    await forgetUrgent(),
    await destroyKept('account', 'typed'),
    // while somebody is signed in their app stays quiet: the day comes with their farewells anyhow
    useSession.getState().status === 'signed-in' || forgetQuiet(),
  ];
  forgetWiped();
  return gone.every(Boolean);
}

const noCopies = { applications: 0, bookings: 0, farewells: 0, typed: false };

/** Of how much that is on the server this phone has a copy, and whether it has words that are nowhere else. */
async function countCopies(): Promise<typeof noCopies> {
  const [applications, bookings, farewells, typed] = await Promise.all([
    keptApplications(),
    keptBookings(),
    keptFarewells(),
    keptWords(),
  ]);
  return { applications, bookings, farewells, typed };
}

function Words({ children }: { children: string }) {
  return (
    <Line tone="quiet" className="kept-words">
      {children}
    </Line>
  );
}

interface Losses {
  readonly answers: boolean;
  readonly results: number;
  readonly broken: boolean;
  readonly applications: number;
  readonly bookings: number;
  readonly farewells: number;
  readonly typed: boolean;
  readonly urgent: boolean;
}

/** What 都删掉 would take, said before it is taken. */
function losses({ answers, results, broken, applications, bookings, farewells, typed, urgent }: Losses): string {
  return [
    answers && words.confirm.answers,
    results > 0 && words.confirm.results(results),
    broken && words.confirm.broken,
    applications > 0 && words.confirm.applications,
    bookings > 0 && words.confirm.bookings,
    farewells > 0 && words.confirm.farewells,
    typed && words.confirm.typed,
    urgent && urgentWords.keptLoss,
  ]
    .filter(Boolean)
    .join('');
}
